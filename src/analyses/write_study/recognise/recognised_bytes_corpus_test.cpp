#include "analyses/write_study/recognise/recognised_bytes_fault_test.hpp"
#include "io/atomic_file.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace tarazy {
namespace recognised_bytes_corpus_test {

TEST(RecognisedBytesCorpus, EveryFileIsRecognisedOrToldWholeAndCut) {
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(TARAZY_SOURCE_DIR "/fuzz/corpus/recognise")) {
        const std::string text = read_file(entry.path().string());
        ++files;
        constexpr std::size_t step = 7;
        for (std::size_t length = 0; length <= text.size(); length += step) {
            const auto fault = recognised_bytes_fault(std::string_view(text).substr(0, length));
            EXPECT_FALSE(fault.has_value()) << entry.path() << " cut at " << length << ": " << *fault;
        }
    }
    EXPECT_GE(files, 8u);
}

}  // namespace recognised_bytes_corpus_test
}  // namespace tarazy
