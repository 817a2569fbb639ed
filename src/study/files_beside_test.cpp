#include "study/files_beside.hpp"

#include "base/error.hpp"
#include "base/sha256.hpp"
#include "ledger/example_run_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>

namespace tarazy {
namespace files_beside_test {

TEST(FilesBeside, AFileIsReadAsItWasRecorded) {
    const ScratchFolder folder;
    std::ofstream(folder / "a.csv") << "state\nKAZ\n";
    const nlohmann::ordered_json entry = {{"file", "a.csv"}, {"sha256", sha256_hex("state\nKAZ\n")}};
    const BesideReader reader(folder / "study.json", BesideRead::sound);
    EXPECT_EQ(reader.text(entry), "state\nKAZ\n");
    EXPECT_EQ(reader.path(entry), folder / "a.csv");
    EXPECT_FALSE(BesideReader(folder / "study.json", BesideRead::none).text(entry).has_value());
}

TEST(FilesBeside, AChangedFileIsRefusedByNameAndNeverRead) {
    const ScratchFolder folder;
    std::ofstream(folder / "a.csv") << "state\nUZB\n";
    const nlohmann::ordered_json entry = {{"file", "a.csv"}, {"sha256", sha256_hex("state\nKAZ\n")}};
    const BesideReader sound(folder / "study.json", BesideRead::sound);
    const BesideReader as_found(folder / "study.json", BesideRead::as_found);
    try {
        (void)sound.text(entry);
        FAIL() << "a changed file was read";
    } catch (const InputError& error) {
        EXPECT_NE(std::string(error.what()).find("a.csv: was changed since the run"), std::string::npos)
            << error.what();
    }
    EXPECT_FALSE(as_found.text(entry).has_value());
    std::filesystem::remove(folder / "a.csv");
    EXPECT_THROW((void)sound.text(entry), FileError);
    EXPECT_FALSE(as_found.text(entry).has_value());
}

}  // namespace files_beside_test
}  // namespace tarazy
