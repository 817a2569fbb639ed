#include "text/coding/coding_store.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace tarazy::coding_store_test {
namespace {

class StoreFile : public testing::Test {
protected:
    void SetUp() override {
        folder_ =
            std::filesystem::temp_directory_path() / ("tarazy-codings-" + std::to_string(::getpid()) +
                                                      testing::UnitTest::GetInstance()->current_test_info()->name());
        std::filesystem::create_directories(folder_);
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }
    [[nodiscard]] std::string file(const std::string& name = "c.sqlite") const { return (folder_ / name).string(); }

private:
    std::filesystem::path folder_;
};

Segment stored(std::size_t start) {
    return {"құжат", start, start + 3, "A", "x", "a memo"};
}

TEST_F(StoreFile, KeepsWhatWasAppendedAndUndoesIt) {
    {
        CodingStore store(file());
        EXPECT_TRUE(store.segments().empty());
        store.append({{1, "t", "A", true, stored(0), {}}, {2, "t", "A", true, stored(9), {}}});
        const auto log = store.changes();
        store.append({undoing_change(log, {}, {}, "t")});
    }
    CodingStore again(file());
    EXPECT_EQ(again.segments(), std::vector<Segment>{stored(0)});
    EXPECT_EQ(again.changes().size(), 3u);
    EXPECT_EQ(again.changes()[2].undoes, 2);
    EXPECT_EQ(again.segments(), segments_after(again.changes(), "")) << "the table is what the log says";
}

TEST_F(StoreFile, AllChangesOrNone) {
    CodingStore store(file());
    store.append({{1, "t", "A", true, stored(0), {}}});
    EXPECT_THROW(store.append({{2, "t", "A", true, stored(5), {}}, {3, "t", "A", false, stored(77), {}}}), InputError);
    EXPECT_EQ(store.segments().size(), 1u);
    EXPECT_EQ(store.changes().size(), 1u);
}

TEST_F(StoreFile, TwoWritersDoNotOverwriteEachOther) {
    CodingStore one(file()), other(file());
    one.append({{1, "t", "A", true, stored(0), {}}});
    EXPECT_THROW(other.append({{1, "t", "B", true, stored(5), {}}}), InputError) << "it had read an older state";
    other.append({{2, "t", "B", true, stored(5), {}}});
    EXPECT_EQ(one.segments().size(), 2u);
}

TEST_F(StoreFile, OnlyUtf8GoesInAndComesOut) {
    CodingStore store(file());
    Segment bad = stored(0);
    bad.code = "p\xFF";
    EXPECT_THROW(store.append({{1, "t", "A", true, bad, {}}}), InputError);
    EXPECT_TRUE(store.segments().empty());
}

TEST_F(StoreFile, OtherFilesAreRefusedAndLeftAlone) {
    std::ofstream(file("letter.sqlite")) << "Dear colleague, this is a long letter and no data base at all, I fear.";
    EXPECT_THROW(CodingStore(file("letter.sqlite")), InputError);
    EXPECT_THROW(CodingStore("/nonexistent/folder/c.sqlite"), FileError);
}

}  // namespace
}  // namespace tarazy::coding_store_test
