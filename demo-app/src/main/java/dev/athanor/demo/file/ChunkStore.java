package dev.athanor.demo.file;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        List<byte[]> pieces = cut(content);
        Map<String, Chunk> known = known(pieces);
        return pieces.stream()
                .map(piece -> known.computeIfAbsent(Sha256.hex(piece), hash -> insert(piece)))
                .toList();
    }

    private Map<String, Chunk> known(List<byte[]> pieces) {
        Map<String, Chunk> byHash = new HashMap<>();
        List<String> hashes = pieces.stream().map(Sha256::hex).toList();
        chunks.findByHashIn(hashes).forEach(chunk -> byHash.put(chunk.getHash(), chunk));
        return byHash;
    }

    private Chunk insert(byte[] piece) {
        return chunks.save(new Chunk(piece, clock.instant()));
    }

    private static List<byte[]> cut(byte[] content) {
        List<byte[]> pieces = new ArrayList<>();
        for (int from = 0; from < content.length; from += CHUNK_BYTES) {
            pieces.add(Arrays.copyOfRange(content, from, Math.min(from + CHUNK_BYTES, content.length)));
        }
        return pieces;
    }
}
