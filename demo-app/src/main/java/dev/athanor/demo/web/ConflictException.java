package dev.athanor.demo.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** The request does not fit what is stored: answers 409. */
public final class ConflictException extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    public ConflictException(String detail) {
        super(HttpStatus.CONFLICT);
        setDetail(detail);
    }
}
