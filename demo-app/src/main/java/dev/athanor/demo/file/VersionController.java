package dev.athanor.demo.file;

import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Versions of files over HTTP. */
@RestController
@RequestMapping("/api/nodes/{nodeId}")
class VersionController {

    private final VersionService service;

    VersionController(VersionService service) {
        this.service = service;
    }

    @GetMapping("/versions")
    List<VersionView> list(@PathVariable UUID nodeId) {
        return service.list(nodeId);
    }

    @PostMapping("/versions")
    @ResponseStatus(HttpStatus.CREATED)
    VersionView commit(@PathVariable UUID nodeId, @Valid @RequestBody NewVersion version) {
        return service.commit(nodeId, version);
    }

    @GetMapping(path = "/content", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    byte[] content(@PathVariable UUID nodeId) {
        return service.currentContent(nodeId);
    }
}
