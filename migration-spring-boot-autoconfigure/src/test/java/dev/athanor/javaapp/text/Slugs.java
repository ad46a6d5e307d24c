package dev.athanor.javaapp.text;

import java.util.Locale;
import org.springframework.stereotype.Component;

/** Titles as parts of addresses. */
@Component
public class Slugs {

    /** {@code Ein Haus} is {@code ein-haus}. */
    public String of(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
