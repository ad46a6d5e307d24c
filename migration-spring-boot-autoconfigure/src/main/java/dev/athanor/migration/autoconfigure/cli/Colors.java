package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.drawing.Glyphs;
import dev.athanor.migration.drawing.Mark;
import dev.athanor.migration.drawing.Style;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;

/** Colours a drawing on a terminal. */
record Colors(Ansi ansi) implements Style {

    static Glyphs glyphs() {
        boolean unicode = Charset.defaultCharset().equals(StandardCharsets.UTF_8);
        return Ansi.AUTO.enabled() && unicode ? Glyphs.UNICODE : Glyphs.ASCII;
    }

    @Override
    public String edges(String text) {
        return colored(text, Ansi.Style.fg_blue);
    }

    @Override
    public String node(String text, List<Mark> marks) {
        return id(text, marks);
    }

    @Override
    public String id(String text, List<Mark> marks) {
        return colored(text, marks.contains(Mark.PENDING) ? Ansi.Style.fg_red : Ansi.Style.fg_yellow);
    }

    @Override
    public String mark(String text, Mark mark) {
        return colored(text, mark == Mark.CURRENT ? Ansi.Style.fg_green : Ansi.Style.fg_cyan);
    }

    @Override
    public String labels(String text) {
        return colored(text, Ansi.Style.fg_magenta);
    }

    private String colored(String text, IStyle style) {
        return ansi.enabled() ? style.on() + text + style.off() : text;
    }
}
