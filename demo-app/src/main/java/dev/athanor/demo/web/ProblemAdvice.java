package dev.athanor.demo.web;

import java.util.List;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every error as problem details (RFC 9457). */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    /** The database is the one that decides on conflicts: asking first would lose a race. */
    @ExceptionHandler
    ProblemDetail conflict(DataIntegrityViolationException exception) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT, "The request conflicts with what is already stored.");
        if (exception.getCause() instanceof ConstraintViolationException violation) {
            problem.setProperty("constraint", violation.getConstraintName());
        }
        return problem;
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException exception, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = exception.getBody();
        problem.setDetail("The request has invalid fields.");
        problem.setProperty("errors", invalidFields(exception));
        return handleExceptionInternal(exception, problem, headers, status, request);
    }

    private static List<InvalidField> invalidFields(MethodArgumentNotValidException exception) {
        return exception.getFieldErrors().stream()
                .map(InvalidField::of)
                .sorted()
                .toList();
    }

    private record InvalidField(String field, String message) implements Comparable<InvalidField> {

        static InvalidField of(FieldError error) {
            return new InvalidField(error.getField(), String.valueOf(error.getDefaultMessage()));
        }

        @Override
        public int compareTo(InvalidField other) {
            return field.compareTo(other.field);
        }
    }
}
