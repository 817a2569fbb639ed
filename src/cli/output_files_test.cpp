// What -o and the program's other output options do to what is there already.

#include "cli/program_run_test.hpp"

#include <sys/stat.h>
#include <sys/sysmacros.h>

#include <gtest/gtest.h>

namespace tarazy::testing_program {
namespace output_files_test {

namespace fs = std::filesystem;

std::string small_table(const Folder& folder) {
    return folder.write("x.csv", "a,b\n1,2\n");
}

mode_t type_and_mode(const std::string& path) {
    struct stat status {};
    EXPECT_EQ(::lstat(path.c_str(), &status), 0) << path;
    return status.st_mode;
}

TEST(OutputFiles, DevicesPipesAndLinksStayWhatTheyAre) {
    const Folder folder;
    const std::string file = small_table(folder);
    const std::string expected = run_program({"data", "inspect", file}).out;
    fs::create_symlink("real.csv", folder / "link.csv");
    EXPECT_EQ(run_program({"data", "inspect", file, "-o", folder / "link.csv"}).status, 0);
    EXPECT_TRUE(S_ISLNK(type_and_mode(folder / "link.csv")));
    EXPECT_EQ(bytes_of(folder / "real.csv"), expected);

    ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
    std::string received;
    std::thread reader([&] { received = bytes_of(folder / "pipe"); });
    EXPECT_EQ(run_program({"data", "inspect", file, "-o", folder / "pipe"}).status, 0);
    reader.join();
    EXPECT_EQ(received, expected);
    EXPECT_TRUE(S_ISFIFO(type_and_mode(folder / "pipe")));

    EXPECT_EQ(run_program({"data", "inspect", file, "-o", "/dev/stdout"}).out, expected);
}

TEST(OutputFiles, ADeviceIsWrittenThrough) {
    const std::string device = (fs::temp_directory_path() / ("tarazy-null-" + std::to_string(::getpid()))).string();
    if (::mknod(device.c_str(), S_IFCHR | 0666, makedev(1, 3)) != 0) GTEST_SKIP() << "devices cannot be made here";
    const Folder folder;
    const ProgramRun run = run_program({"data", "inspect", small_table(folder), "-o", device});
    const bool still_a_device = S_ISCHR(type_and_mode(device));
    ::unlink(device.c_str());
    EXPECT_TRUE(still_a_device);
    EXPECT_TRUE(run.status == 0 || run.err.find("cannot be written") != std::string::npos) << run.err;
}

TEST(OutputFiles, PermissionsAreKeptAndProtectionIsRespected) {
    const Folder folder;
    const std::string file = small_table(folder), result = folder.write("result.csv", "old");
    ASSERT_EQ(::chmod(result.c_str(), 0600), 0);
    EXPECT_EQ(run_program({"data", "inspect", file, "-o", result}).status, 0);
    EXPECT_EQ(type_and_mode(result) & 07777, 0600u);
    for (const char* name : {"final.csv", "final.dta", "final.sav", "final.xlsx", "final.csv.gz"}) {
        const std::string final_file = folder.write(name, "old");
        ASSERT_EQ(::chmod(final_file.c_str(), 0444), 0);
        const ProgramRun run = run_program({"data", "convert", file, final_file});
        EXPECT_EQ(run.status, 4) << name;
        EXPECT_NE(run.err.find("is write-protected"), std::string::npos) << run.err;
        EXPECT_EQ(bytes_of(final_file), "old") << name;
    }
}

TEST(OutputFiles, AFolderWithoutResultsIsLeftAlone) {
    const Folder folder;
    folder.write("d/.pending/a", "keep");
    folder.write("d/.staging-mine/b", "keep");
    folder.write("d/.staging-12/c", "keep");
    folder.write("d/own.txt", "x");
    const std::size_t before = folder.entries();
    const std::string own = folder / "d";
    EXPECT_EQ(run_program({"study", "verify", own}).status, 2);
    EXPECT_EQ(run_program({"explain", "anything", "--study", own}).status, 2);
    EXPECT_NE(run_program({"report", own}).status, 0);
    EXPECT_EQ(run_program({"study", "diff", own, own}).status, 2);
    EXPECT_EQ(folder.entries(), before);
    ASSERT_EQ(run_program({"study", "new", folder / "s"}).status, 0);
    const std::size_t with_study = folder.entries();
    EXPECT_EQ(run_program({"study", "run", folder / "s", "--output", own}).status, 2);
    fs::create_directories(folder / "e");
    fs::rename(folder / "d/.pending", folder / "e/.pending");
    EXPECT_EQ(run_program({"study", "run", folder / "s", "--output", folder / "e"}).status, 2);
    EXPECT_EQ(folder.entries(), with_study + 1);
    EXPECT_EQ(bytes_of(folder / "e/.pending/a"), "keep");
}

}  // namespace output_files_test
}  // namespace tarazy::testing_program
