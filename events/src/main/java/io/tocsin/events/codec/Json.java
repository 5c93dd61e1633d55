package io.tocsin.events.codec;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.AnnotationIntrospectorPair;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The one JSON mapping of the house: RFC 3339 times in UTC with milliseconds, nulls written, always valid UTF-8. When read, unknown fields
 * are ignored, and a component of a record that is not {@link Nullable} must be there.
 */
public final class Json {
    /** Safe for use by any thread; never reconfigured. */
    public static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .annotationIntrospector(
                    new AnnotationIntrospectorPair(new JacksonAnnotationIntrospector(), new NullMarks()))
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, new InstantWriter())
                    .addDeserializer(Instant.class, new InstantReader())
                    .addSerializer(String.class, new TextWriter())
                    .addSerializer(Double.class, new DoubleWriter())
                    .addSerializer(double.class, new DoubleWriter())
                    .addDeserializer(Double.class, new DoubleReader())
                    .addDeserializer(double.class, new DoubleReader()))
            .build();

    private Json() {}

    /** A time as it stands in events: {@code 2025-06-23T06:10:00.000Z}. */
    public static String time(Instant instant) {
        return Rfc3339.write(instant);
    }

    /**
     * Reads any RFC 3339 time.
     *
     * @throws DateTimeException when it is none
     */
    public static Instant instant(String text) {
        return Rfc3339.read(text);
    }

    /** Half a surrogate pair cannot be UTF-8: it becomes U+FFFD, one code unit for one, so that offsets stay right. */
    private static final class TextWriter extends JsonSerializer<String> {
        @Override
        public void serialize(String value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(wellFormed(value));
        }

        private static String wellFormed(String text) {
            return holdsSurrogates(text) ? mended(text) : text;
        }

        /** Without a branch for each character: every text of every event comes by here. */
        private static boolean holdsSurrogates(String text) {
            int found = 0;
            for (int i = 0; i < text.length(); i++) {
                found |= ((text.charAt(i) & 0xF800) ^ Character.MIN_SURROGATE) - 1;
            }
            return found < 0;
        }

        private static String mended(String text) {
            StringBuilder mended = null;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (!Character.isSurrogate(c)) {
                    continue;
                }
                if (Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1))) {
                    i++;
                    continue;
                }
                mended = mended == null ? new StringBuilder(text) : mended;
                mended.setCharAt(i, '\uFFFD');
            }
            return mended == null ? text : mended.toString();
        }
    }

    /** JSON knows neither NaN nor infinity; Jackson would write them as texts. */
    private static final class DoubleWriter extends JsonSerializer<Double> {
        @Override
        public void serialize(Double value, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (!Double.isFinite(value)) {
                provider.reportMappingProblem("%s is no number in JSON", value);
            }
            json.writeNumber(value.doubleValue());
        }
    }

    private static final class DoubleReader extends JsonDeserializer<Double> {
        @Override
        public Double deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.hasToken(JsonToken.VALUE_NUMBER_INT) && !json.hasToken(JsonToken.VALUE_NUMBER_FLOAT)) {
                return (Double) context.handleUnexpectedToken(Double.class, json);
            }
            double value = json.getDoubleValue();
            return Double.isFinite(value)
                    ? (Double) value
                    : (Double) context.handleWeirdNumberValue(Double.class, value, "too large");
        }
    }

    private static final class InstantWriter extends JsonSerializer<Instant> {
        @Override
        public void serialize(Instant value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(time(value));
        }
    }

    private static final class InstantReader extends JsonDeserializer<Instant> {
        @Override
        public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String text = json.getValueAsString("");
            try {
                return Rfc3339.read(text);
            } catch (DateTimeException e) {
                return (Instant) context.handleWeirdStringValue(Instant.class, text, "not an RFC 3339 time");
            }
        }
    }

    /** Reads {@link Nullable} of the house's records: what is not marked must be there and must not be null. */
    private static final class NullMarks extends NopAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public Version version() {
            return Version.unknownVersion();
        }

        @Override
        public JsonSetter.Value findSetterInfo(Annotated annotated) {
            if (annotated instanceof AnnotatedParameter parameter
                    && parameter.getMember() instanceof Constructor<?> constructor
                    && constructor.getDeclaringClass().isRecord()
                    && constructor.getDeclaringClass().getName().startsWith("io.tocsin.")) {
                boolean nullable = constructor.getAnnotatedParameterTypes()[parameter.getIndex()].isAnnotationPresent(
                        Nullable.class);
                return JsonSetter.Value.construct(nullable ? Nulls.SET : Nulls.FAIL, Nulls.FAIL);
            }
            return JsonSetter.Value.empty();
        }
    }
}
