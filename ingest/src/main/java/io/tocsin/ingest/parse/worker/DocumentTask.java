package io.tocsin.ingest.parse.worker;

/**
 * A document that is to be read.
 *
 * @param name of the file; only shown
 * @param mediaType by its first bytes, without parameters
 * @param maxCharacters longest text that is taken
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record DocumentTask(String name, String mediaType, int maxCharacters, byte[] bytes) {}
