#include "text/corpus/corpus_store.hpp"

#include "base/error.hpp"
#include "base/work_test.hpp"
#include "text/corpus/small_documents_test.hpp"

#include <gtest/gtest.h>

namespace tarazy::corpus_store_test {
namespace {

using testing_documents::Folder;

BuiltCorpus small_corpus() {
    BuiltCorpus built;
    built.corpus.ids = {"kk", "zh"};
    built.corpus.texts = {"Бітім мен ке-\nлісім.", "我们放弃了核武器。"};
    built.corpus.metadata.add("year", Column(std::vector<std::int64_t>{1994, Column::missing_integer}));
    const std::vector<std::string> speakers = {"Т", "Х"};
    built.corpus.metadata.add("speaker", Column(std::span<const std::string>(speakers)));
    built.sources.resize(2);
    for (const std::string& text : built.corpus.texts) {
        built.clean.push_back(clean(text));
        built.languages.push_back(language_segments(built.clean.back().text));
    }
    return built;
}

TEST(CorpusStore, GivesBackWhatWasStored) {
    const Folder folder;
    const std::string bytes = corpus_store_bytes(small_corpus(), Work());
    EXPECT_EQ(bytes, corpus_store_bytes(small_corpus(), Work())) << "equal input, equal bytes";
    const StoredCorpus stored = read_corpus_store(folder.write("c.db", bytes));
    const Corpus& corpus = stored.corpus;
    EXPECT_EQ(corpus.ids, (std::vector<std::string>{"kk", "zh"}));
    EXPECT_EQ(corpus.texts[0], "Бітім мен келісім.");
    EXPECT_EQ(corpus.metadata["year"].integer(0), 1994);
    EXPECT_TRUE(corpus.metadata["year"].missing(1));
    EXPECT_EQ(corpus.metadata["speaker"].display(1), "Х");
    EXPECT_EQ(stored.sources["language"].display(0), "kk");
    EXPECT_TRUE(stored.sources["pages"].missing(0));
    const BuiltCorpus built = small_corpus();
    for (std::size_t k = 0; k < 2; ++k) {
        ASSERT_EQ(stored.languages[k].size(), built.languages[k].size());
        EXPECT_EQ(stored.languages[k][0].end, built.languages[k][0].end);
        EXPECT_EQ(stored.languages[k][0].language, built.languages[k][0].language);
        EXPECT_EQ(stored.languages[k][0].confidence, built.languages[k][0].confidence);
    }
}

TEST(CorpusStore, OtherFilesAreRefused) {
    const Folder folder;
    EXPECT_THROW((void)read_corpus_store(folder.write("a.db", "no database")), InputError);
    EXPECT_THROW((void)read_corpus_store(folder.write("b.db", "SQLite format 3 and then nothing")), InputError);
    EXPECT_THROW((void)read_corpus_store(folder.path() + "/none.db"), FileError);
    std::string cut = corpus_store_bytes(small_corpus(), Work());
    cut.resize(cut.size() / 2);
    EXPECT_THROW((void)read_corpus_store(folder.write("c.db", cut)), InputError);
}

// What was seen: a flipped bit in a text, and bytes that are no UTF-8 in the tables made of it.
TEST(CorpusStore, ATextThatIsNotUtf8IsDamage) {
    const Folder folder;
    std::string bytes = corpus_store_bytes(small_corpus(), Work());
    const std::size_t letter = bytes.find("\xD0\xB5");
    ASSERT_NE(letter, std::string::npos);
    for (std::size_t at = letter; at != std::string::npos; at = bytes.find("\xD0\xB5", at + 1)) bytes[at + 1] = '\x35';
    EXPECT_THROW((void)read_corpus_store(folder.write("a.db", bytes)), InputError);
}

TEST(CorpusStore, CanBeStopped) {
    const BuiltCorpus built = small_corpus();
    expect_stoppable([&](const Work& work) { (void)corpus_store_bytes(built, work); });
}

}  // namespace
}  // namespace tarazy::corpus_store_test
