package dev.athanor.migration.sql;

/**
 * Lists the kinds of tokens that a {@link Lexer} distinguishes.
 *
 * @since 0.1.0
 */
public enum TokenKind {
    /** Marks a key word or an unquoted identifier. */
    WORD,
    /** Marks {@code "…"}. */
    QUOTED_IDENTIFIER,
    /**
     * Marks {@code '…'} or {@code E'…'}. The other prefixes ({@code B N U& X}) are separate words before the string.
     */
    STRING,
    /** Marks {@code $tag$…$tag$}. */
    DOLLAR_STRING,
    /** Marks a numeric constant. */
    NUMBER,
    /** Marks {@code (}. */
    OPEN,
    /** Marks {@code )}. */
    CLOSE,
    /** Marks {@code ;}. */
    SEMICOLON,
    /** Marks {@code .}. */
    DOT,
    /** Marks {@code \}, which only psql understands. */
    BACKSLASH,
    /** Marks any other single character, such as an operator. */
    SYMBOL,
    /** Marks {@code -- …}, without its line end. */
    LINE_COMMENT,
    /** Marks {@code /* … *}{@code /}, with the comments nested in it. */
    BLOCK_COMMENT,
    /** Marks the end of the text. */
    END
}
