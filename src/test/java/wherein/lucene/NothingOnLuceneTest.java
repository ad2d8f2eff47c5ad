package wherein.lucene;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import wherein.contract.BackEnd;
import wherein.contract.NothingContract;

class NothingOnLuceneTest extends NothingContract {

    @TempDir
    static Path folder;

    @Override
    protected BackEnd backEnd() {
        return new LuceneBackEnd(folder);
    }
}
