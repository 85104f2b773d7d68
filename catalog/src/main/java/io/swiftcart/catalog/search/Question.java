package io.swiftcart.catalog.search;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What is searched for.
 *
 * @param words in the order they were asked, in the form in which words are compared; empty when
 *     nothing was asked that has a letter or digit
 */
record Question(List<Word> words) {

    /** One word, and those that it may have been meant to be: none when it is known. */
    record Word(String asked, List<String> meant) {

        private String terms() {
            return meant.stream()
                    .map(word -> " | '" + word + "'")
                    .collect(Collectors.joining("", "('" + asked + "':*", ")"));
        }
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** The words as they are compared, with blanks between. */
    String plain() {
        return words.stream().map(Word::asked).collect(Collectors.joining(" "));
    }

    /**
     * Text of a {@code tsquery}: all words, each also as the beginning of a longer one. Without
     * weights, the index alone can tell.
     */
    String terms() {
        return words.stream().map(Word::terms).collect(Collectors.joining(" & "));
    }
}
