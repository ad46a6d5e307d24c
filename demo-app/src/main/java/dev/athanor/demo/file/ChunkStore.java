package dev.athanor.demo.file;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Cuts content into chunks, and stores those that are not there yet. */
@Component
class ChunkStore {

    static final int CHUNK_BYTES = 64 * 1024;

    private final Chunks chunks;
    private final Clock clock;

    ChunkStore(Chunks chunks, Clock clock) {
        this.chunks = chunks;
        this.clock = clock;
    }

    List<Chunk> store(byte[] content) {
        List<Chunk> pieces = cut(content);
        insertMissing(pieces);
        Map<String, Chunk> stored = stored(pieces);
        return pieces.stream().map(piece -> stored.get(piece.getHash())).toList();
    }

    /** In the order of the hashes, so that two commits never wait for each other in a circle. */
    private void insertMissing(List<Chunk> pieces) {
        Map<String, Chunk> stored = stored(pieces);
        pieces.stream()
                .filter(piece -> !stored.containsKey(piece.getHash()))
                .sorted(Comparator.comparing(Chunk::getHash))
                .forEach(chunks::insertIfAbsent);
    }

    private Map<String, Chunk> stored(List<Chunk> pieces) {
        List<String> hashes = pieces.stream().map(Chunk::getHash).distinct().toList();
        return chunks.findByHashIn(hashes).stream().collect(toMap(Chunk::getHash, Function.identity()));
    }

    private List<Chunk> cut(byte[] content) {
        List<Chunk> pieces = new ArrayList<>();
        for (int from = 0; from < content.length; from += CHUNK_BYTES) {
            int to = Math.min(from + CHUNK_BYTES, content.length);
            pieces.add(new Chunk(Arrays.copyOfRange(content, from, to), clock.instant()));
        }
        return pieces;
    }
}
