package wherein.lucene;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import wherein.contract.BackEnd;
import wherein.contract.SearchContract;

class SearchOnLuceneTest extends SearchContract {

    @TempDir
    static Path folder;

    @Override
    protected BackEnd backEnd() {
        return new LuceneBackEnd(folder);
    }
}
