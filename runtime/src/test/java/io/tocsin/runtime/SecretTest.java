package io.tocsin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretTest {
    /** Something that holds a secret. */
    private record Login(String name, Secret password) {}

    @Test
    void printsAsStarsWhereverItStands() {
        Secret secret = new Secret("hunter2");

        assertThat(secret.reveal()).isEqualTo("hunter2");
        assertThat(secret).hasToString("***");
        assertThat("%s".formatted(new Login("desk", secret))).isEqualTo("Login[name=desk, password=***]");
    }

    @Test
    void equalsByValue() {
        Secret secret = new Secret("a");

        assertThat(secret).isEqualTo(new Secret("a")).hasSameHashCodeAs(new Secret("a"));
        assertThat(secret).isNotEqualTo(new Secret("b")).isNotEqualTo("a");
    }
}
