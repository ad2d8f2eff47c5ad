package wherein.lucene;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import wherein.contract.BackEnd;
import wherein.contract.SimilarContract;

class SimilarOnLuceneTest extends SimilarContract {

    @TempDir
    static Path folder;

    @Override
    protected BackEnd backEnd() {
        return new LuceneBackEnd(folder);
    }
}
