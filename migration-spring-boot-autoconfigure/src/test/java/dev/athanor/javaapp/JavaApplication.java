package dev.athanor.javaapp;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Articles with slugs. */
@SpringBootApplication
public class JavaApplication {

    /** Starts it. */
    public static void main(String[] arguments) {
        SpringApplication.run(JavaApplication.class, arguments);
    }
}
