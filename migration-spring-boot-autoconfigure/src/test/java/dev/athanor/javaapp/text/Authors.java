package dev.athanor.javaapp.text;

import org.springframework.stereotype.Component;

/** Who writes. */
@Component
public class Authors {

    /** Who wrote before authors were kept. */
    public String unknown() {
        return "nobody";
    }
}
