package dev.athanor.demo.web;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** What was asked for does not exist: answers 404. */
public final class NotFoundException extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    public NotFoundException(String kind, UUID id) {
        super(HttpStatus.NOT_FOUND);
        setDetail("There is no " + kind + " " + id + ".");
    }
}
