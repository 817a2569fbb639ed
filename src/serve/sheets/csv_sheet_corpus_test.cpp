#include "io/atomic_file.hpp"
#include "serve/sheets/csv_sheet_fault_test.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace tarazy {
namespace csv_sheet_corpus_test {

TEST(CsvSheetCorpus, EveryFileKeepsItsBytesOrIsToldWholeAndCut) {
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(TARAZY_SOURCE_DIR "/fuzz/corpus/csv_sheet")) {
        const std::string text = read_file(entry.path().string());
        ++files;
        for (std::size_t length = 0; length <= text.size(); ++length) {
            const auto fault = csv_sheet_fault(std::string_view(text).substr(0, length));
            EXPECT_FALSE(fault.has_value()) << entry.path() << " cut at " << length << ": " << *fault;
        }
    }
    EXPECT_GE(files, 4u);
}

}  // namespace csv_sheet_corpus_test
}  // namespace tarazy
