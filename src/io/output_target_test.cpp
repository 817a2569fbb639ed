#include "io/output_target.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace tarazy {
namespace output_target_test {

namespace fs = std::filesystem;

class OutputTargets : public testing::Test {
protected:
    void SetUp() override { fs::create_directories(folder + "/deep"); }
    void TearDown() override { fs::remove_all(folder); }
    std::string file(const std::string& name) const {
        std::ofstream(folder + '/' + name) << "old";
        return folder + '/' + name;
    }
    std::string folder = testing::TempDir() + "output_target_test";
};

TEST_F(OutputTargets, LinksAreFollowedToTheFileOrToWhereItWillBe) {
    file("deep/real");
    fs::create_symlink("deep/real", folder + "/relative");
    fs::create_symlink(folder + "/relative", folder + "/chain");
    fs::create_symlink("deep/none", folder + "/dangling");
    EXPECT_TRUE(fs::equivalent(output_target(folder + "/chain").path, folder + "/deep/real"));
    EXPECT_TRUE(output_target(folder + "/chain").former.has_value());
    EXPECT_EQ(output_target(folder + "/dangling").path, folder + "/deep/none");
    EXPECT_FALSE(output_target(folder + "/dangling").former.has_value());
    EXPECT_EQ(output_target(folder + "/new").path, folder + "/new");
    fs::create_symlink("circle", folder + "/circle");
    EXPECT_THROW(static_cast<void>(output_target(folder + "/circle")), FileError);
}

TEST_F(OutputTargets, ModesOfAFileThatIsThereAreKept) {
    const std::string path = file("private");
    ASSERT_EQ(::chmod(path.c_str(), 0620), 0);
    EXPECT_EQ(output_target(path).former->mode, 0620u);
    EXPECT_EQ(output_target(path).former->user, ::geteuid());
}

TEST_F(OutputTargets, WriteProtectedFilesAndFoldersAreRefusedWhoeverAsks) {
    const std::string path = file("final");
    for (const mode_t mode : {0444u, 0400u, 0555u, 0u}) {
        ASSERT_EQ(::chmod(path.c_str(), mode), 0);
        EXPECT_THROW(static_cast<void>(output_target(path)), FileError) << mode;
    }
    EXPECT_THROW(static_cast<void>(output_target(folder)), FileError);
    EXPECT_THROW(static_cast<void>(output_target(path + "/below")), FileError);
}

TEST_F(OutputTargets, PipesAndOwnOpenFilesAreWrittenThrough) {
    ASSERT_EQ(::mkfifo((folder + "/pipe").c_str(), 0600), 0);
    fs::create_symlink("pipe", folder + "/link");
    EXPECT_EQ(output_target(folder + "/link").kind, OutputTarget::Kind::stream);
    EXPECT_EQ(output_target("/dev/null").kind, OutputTarget::Kind::stream);
    for (const char* path : {"/dev/stderr", "/dev/fd/2", "/proc/self/fd/2"}) {
        EXPECT_EQ(output_target(path).kind, OutputTarget::Kind::descriptor) << path;
        EXPECT_EQ(output_target(path).descriptor, 2) << path;
    }
}

}  // namespace output_target_test
}  // namespace tarazy
