#include "base/sha256.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace sha256_test {

// The two worked examples of FIPS 180-4.
TEST(Sha256, AgreesWithTheStandardsWorkedExamples) {
    EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(Sha256, PiecesGiveTheDigestOfTheWhole) {
    Sha256 digest;
    digest.update("a");
    digest.update("bc");
    EXPECT_EQ(digest.hex(), sha256_hex("abc"));
}

TEST(Sha256, MissingFileIsAFileError) {
    EXPECT_THROW((void)sha256_file("no-such-file"), FileError);
}

}  // namespace sha256_test
}  // namespace tarazy
