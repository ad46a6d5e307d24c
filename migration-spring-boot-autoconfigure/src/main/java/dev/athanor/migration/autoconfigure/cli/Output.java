package dev.athanor.migration.autoconfigure.cli;

import java.io.PrintStream;
import java.nio.charset.Charset;
import org.springframework.boot.json.JsonWriter;
import picocli.CommandLine.Help.Ansi;

/** Writes for commands: results to standard output, texts for readers to standard error. */
final class Output {

    /** Tells whether the terminal's character set has these two characters. */
    private static final boolean UNICODE = Charset.defaultCharset().newEncoder().canEncode("\u2026\u2192");

    private final Streams streams;
    private Ansi ansi = Ansi.AUTO;

    Output(Streams streams) {
        this.streams = streams;
    }

    PrintStream out() {
        return streams.out();
    }

    PrintStream err() {
        return streams.err();
    }

    Ansi ansi() {
        return ansi;
    }

    void color(Color color) {
        ansi = color.ansi();
    }

    /** Writes a line of the result. */
    void result(String line) {
        streams.out().println(readable(line));
    }

    /** Writes a line of the result with picocli's markup, which is shown on terminals only. */
    void styled(String markup) {
        streams.out().println(ansi.string(markup));
    }

    /** Writes a question, behind which the answer is typed. */
    void ask(String question) {
        streams.err().print(readable(question));
        streams.err().flush();
    }

    /** Writes a line for a reader. */
    void say(String line) {
        streams.err().println(readable(line));
    }

    private static String readable(String line) {
        return UNICODE ? line : line.replace("\u2026", "...").replace("\u2192", "->");
    }

    /** Writes a result as JSON, in one line. */
    void json(Object value) {
        streams.out().println(JsonWriter.standard().writeToString(value));
    }

    /** Defines when colours are used. */
    enum Color {
        AUTO(Ansi.AUTO),
        ALWAYS(Ansi.ON),
        NEVER(Ansi.OFF);

        private final Ansi ansi;

        Color(Ansi ansi) {
            this.ansi = ansi;
        }

        Ansi ansi() {
            return ansi;
        }
    }
}
