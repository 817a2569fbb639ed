#include "text/coding/qdpx_archive.hpp"

#include "base/error.hpp"
#include "io/atomic_file.hpp"

#include <gtest/gtest.h>
#include <zip.h>

namespace tarazy::qdpx_archive_test {
namespace {

TEST(QdpxArchive, TheSampleComesOutAsItWentIn) {
    const std::string bytes = read_file(TARAZY_SOURCE_DIR "/src/text/testdata/sample.qdpx");
    const QdpxArchive archive = read_qdpx(bytes, "sample.qdpx");
    EXPECT_EQ(archive.files.size(), 2u);
    const std::string written = write_qdpx(archive);
    EXPECT_EQ(written, write_qdpx(read_qdpx(written, "again.qdpx")));
    EXPECT_EQ(read_qdpx(written, "w").files, archive.files);
    EXPECT_EQ(read_qdpx(written, "w").project, archive.project);
}

TEST(QdpxArchive, InternalFilesAreFoundHoweverTheyAreSpelt) {
    const QdpxArchive archive{"", {{"sources/AB.TXT", "one"}, {"cd.txt", "two"}, {"Sources/ab.txt", "three"}}};
    EXPECT_EQ(*archive.internal_file("ab.txt"), "three");
    EXPECT_EQ(*archive.internal_file("Ab.txt"), "one");
    EXPECT_EQ(*archive.internal_file("cd.txt"), "two");
    EXPECT_EQ(archive.internal_file("no.txt"), nullptr);
}

/// A compressed archive of one file beside project.qde.
std::string packed(const std::string& name, const std::string& bytes) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* memory = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(memory);
    zip_t* zip = zip_open_from_source(memory, ZIP_CREATE | ZIP_TRUNCATE, &error);
    zip_file_add(zip, name.c_str(), zip_source_buffer(zip, bytes.data(), bytes.size(), 0), ZIP_FL_ENC_UTF_8);
    zip_close(zip);
    zip_stat_t told;
    zip_stat_init(&told);
    zip_source_open(memory);
    zip_source_stat(memory, &told);
    std::string result(told.size, '\0');
    zip_source_read(memory, result.data(), result.size());
    zip_source_close(memory);
    zip_source_free(memory);
    return result;
}

TEST(QdpxArchive, BombsAndDamageAreRefused) {
    const std::string bomb = packed("project.qde", std::string(20'000'000, ' '));
    EXPECT_LT(bomb.size(), 100'000u);
    EXPECT_THROW((void)read_qdpx(bomb, "b.qdpx", {.max_bytes = 1'000'000}), LimitError);
    EXPECT_THROW((void)read_qdpx("PK, or so", "x.qdpx"), InputError);
    EXPECT_THROW((void)read_qdpx("", "x.qdpx"), InputError);
    EXPECT_THROW((void)read_qdpx(packed("Sources/a.txt", "a"), "x.qdpx"), InputError) << "no project";
    EXPECT_THROW((void)read_qdpx(packed("../project.qde", "a"), "x.qdpx"), InputError) << "leads outside";
    std::string cut = read_file(TARAZY_SOURCE_DIR "/src/text/testdata/sample.qdpx");
    cut.resize(cut.size() / 2);
    EXPECT_THROW((void)read_qdpx(cut, "x.qdpx"), InputError);
}

}  // namespace
}  // namespace tarazy::qdpx_archive_test
