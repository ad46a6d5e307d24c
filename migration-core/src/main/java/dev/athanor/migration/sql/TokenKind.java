package dev.athanor.migration.sql;

/**
 * What a {@link Lexer} tells apart.
 *
 * @since 0.1.0
 */
public enum TokenKind {
    /** A key word or an unquoted identifier. */
    WORD,
    /** {@code "…"}. */
    QUOTED_IDENTIFIER,
    /** {@code '…'} or {@code E'…'}. The other prefixes ({@code B N U& X}) are a word of their own before it. */
    STRING,
    /** {@code $tag$…$tag$}. */
    DOLLAR_STRING,
    /** A numeric constant. */
    NUMBER,
    /** {@code (}. */
    OPEN,
    /** {@code )}. */
    CLOSE,
    /** {@code ;}. */
    SEMICOLON,
    /** {@code .}. */
    DOT,
    /** {@code \}, which PostgreSQL's language does not have: psql does. */
    BACKSLASH,
    /** One character of anything else, such as an operator. */
    SYMBOL,
    /** {@code -- …}, without its line end. */
    LINE_COMMENT,
    /** {@code /* … *}{@code /}, with those nested in it. */
    BLOCK_COMMENT,
    /** Nothing is left. */
    END
}
