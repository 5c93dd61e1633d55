/**
 * What agencies, offices and archives hand news over in: NewsML-G2, NewsML 1.2, NITF, ninjs, IPTC 7901, ANPA 1312, CAP,
 * e-mail, WARC and the tables of GDELT. {@link io.tocsin.ingest.parse.wire.WireFormats} tells them apart by what stands in
 * them, never by their names. XML is read as feeds are: tolerantly, without DOCTYPE and entities; but a file whose end is
 * missing is refused, since half of a report is not the report.
 */
@NullMarked
package io.tocsin.ingest.parse.wire;

import org.jspecify.annotations.NullMarked;
