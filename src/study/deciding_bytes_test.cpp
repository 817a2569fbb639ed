#include "study/deciding_bytes.hpp"

#include "base/sha256.hpp"
#include "io/atomic_file.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace tarazy {
namespace deciding_bytes_test {

std::string digest_of(const std::string& bytes, const std::string& ending = ".csv") {
    // Tests run beside one another: each has a file of its own.
    const std::string path =
        testing::TempDir() + "deciding_bytes_" + testing::UnitTest::GetInstance()->current_test_info()->name() + ending;
    write_file_atomically(path, bytes);
    const std::string digest = deciding_sha256(path);
    std::filesystem::remove(path);
    return digest;
}

TEST(DecidingBytes, TranslatedNotesDecideNothing) {
    const std::string before = "case,note\nA,\"one, two\"\nB,\n";
    EXPECT_EQ(digest_of(before), sha256_hex(before));
    EXPECT_EQ(digest_of("case,note,note_kk,note_ru\nA,\"one, two\",\"бір,\nекі\",\"\"\"раз\"\", два\"\nB,,,\n"),
              sha256_hex(before));
    EXPECT_EQ(digest_of("case,note_ru,note\nA,раз,\"one, two\"\nB,,\n"), sha256_hex(before));
    EXPECT_EQ(digest_of("case,note,note_kk\r\nA,one,бір\r\n"), sha256_hex("case,note\r\nA,one\r\n"));
}

TEST(DecidingBytes, TranslatedDescriptionsDecideNothing) {
    EXPECT_EQ(digest_of("id,description,description_kk,description_ru,quad\ne1,\"a, b\",\"а, ә\",б,VCOOP\n"),
              sha256_hex("id,description,quad\ne1,\"a, b\",VCOOP\n"));
    const std::string titles = "id,title,title_kk\ne1,a,ә\n";
    EXPECT_EQ(digest_of(titles), sha256_hex(titles)) << "words of figures are made of titles";
}

TEST(DecidingBytes, AllElseDoes) {
    const std::string file = "case,note,note_kk\nA,one,бір\n";
    EXPECT_NE(digest_of(file), digest_of("case,note,note_kk\nA,ALT 1,бір\n"));
    EXPECT_EQ(digest_of(file, ".txt"), sha256_hex(file)) << "no CSV file";
    const std::string quoted = "\"a,b\",note_kk\n1,бір\n";
    EXPECT_EQ(digest_of(quoted), sha256_hex(quoted)) << "a header that is not taken apart";
    EXPECT_EQ(digest_of(""), sha256_hex(""));
}

}  // namespace deciding_bytes_test
}  // namespace tarazy
