package dev.athanor.demo.project;

import java.text.Normalizer;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Names of projects as parts of addresses and paths. */
@Component
public class Slugs {

    private static final int LONGEST = 80;

    /** {@code HQ} and {@code Büro Süd} are {@code hq-buro-sud}. */
    public String of(String code, String name) {
        String plain =
                Normalizer.normalize(code + " " + name, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        String words = plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return words.substring(0, Math.min(words.length(), LONGEST)).replaceAll("^-+|-+$", "");
    }
}
