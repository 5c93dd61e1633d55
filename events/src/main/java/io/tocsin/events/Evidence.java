package io.tocsin.events;

/**
 * The words of an article that say so.
 *
 * @param text the words as they stand there
 * @param field the part of the article they stand in
 * @param start first UTF-16 code unit of the words in that field
 * @param end one past the last
 * @param as what they were read as: {@code name}, {@code demonym}, {@code capital}, {@code city}, {@code term} ...
 */
public record Evidence(String text, Field field, int start, int end, String as) {}
