#include "base/random.hpp"
#include "compare/sets/sentence_fault_test.hpp"
#include "io/atomic_file.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace tarazy {
namespace sentence_corpus_test {

TEST(Sentences, AnyBytesAreReadOrRefused) {
    Random random(17, "changed sentences", 0);
    std::size_t files = 0;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::string(TARAZY_SOURCE_DIR) + "/fuzz/corpus/sentence")) {
        const std::string text = read_file(entry.path().string());
        ++files;
        EXPECT_EQ(sentence_fault(text), std::nullopt) << entry.path();
        for (int round = 0; round < 300; ++round) {
            std::string changed = text;
            for (std::uint64_t change = 0; change <= random.below(4) && !changed.empty(); ++change) {
                const auto at = static_cast<std::size_t>(random.below(changed.size()));
                if (random.below(2) == 0)
                    changed.erase(at, 1);
                else
                    changed[at] = static_cast<char>(random.below(256));
            }
            EXPECT_EQ(sentence_fault(changed), std::nullopt) << changed;
        }
    }
    EXPECT_GE(files, 6u);
}

}  // namespace sentence_corpus_test
}  // namespace tarazy
