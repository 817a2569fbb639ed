// What a kill at any moment leaves behind. The run is a copy of this process, so that a hundred kills cost little;
// src/cli/study_robustness_test.cpp does the same to the program itself.

#include "base/number_text.hpp"
#include "base/random.hpp"
#include "io/atomic_file.hpp"
#include "ledger/example_run_test.hpp"
#include "ledger/output_folder.hpp"
#include "ledger/verify.hpp"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <thread>

namespace tarazy {
namespace killed_run_test {

TEST(KilledRun, LeavesTheOldResultsOrTheNewOnesNeverAMixture) {
    const ScratchFolder folder;
    const std::string output = write_example_run(folder.path());
    const auto start = std::chrono::steady_clock::now();
    write_example_run(folder.path());
    const auto whole = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
    Random random(1991, "moments of the kills", 0);
    int killed = 0;
    for (int i = 0; i < 100; ++i) {
        const pid_t child = ::fork();
        if (child == 0) {
            for (int run = 0;; ++run) write_example_run(folder.path(), i + run / 1000.0);
        }
        std::this_thread::sleep_for(
            std::chrono::microseconds(random.below(3 * static_cast<std::uint64_t>(whole.count()) + 1)));
        ::kill(child, SIGKILL);
        int state = 0;
        ASSERT_EQ(::waitpid(child, &state, 0), child);
        killed += WIFSIGNALED(state) ? 1 : 0;
        recover(output);
        const Verification verification = verify_files(output);
        ASSERT_TRUE(verification.sound()) << "kill " << i << ": " << verification.findings.at(0).what;
        const std::string agreement = number_text(open_results(output).claims.at(0).value.value());
        ASSERT_EQ(read_file(output + "/report.html"), "<!doctype html><p>" + agreement + "</p>\n");
    }
    EXPECT_EQ(killed, 100);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(output), {}), 5);  // no leftovers
}

}  // namespace killed_run_test
}  // namespace tarazy
