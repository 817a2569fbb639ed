// An allocation that fails, the first, the second and so on: the command ends with a limit, never with a crash or half
// a result.

#include "cli/memory_end.hpp"

#include "base/circumstances.hpp"
#include "base/error.hpp"
#include "cli/program.hpp"
#include "cli/study/small_study_test.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <functional>
#include <new>

namespace tarazy {
namespace memory_end_test {

/// Allocations of C++ until one fails; none ever does while it is negative.
std::atomic<long> until_failure = -1;
std::atomic<bool> fails_for_good = false, has_failed = false;

void* allocated(std::size_t size) {
    for (;;) {
        const bool failing = has_failed && fails_for_good;
        const bool now = failing || (until_failure >= 0 && until_failure.fetch_sub(1) == 0);
        void* const memory = now ? nullptr : std::malloc(size == 0 ? 1 : size);
        if (memory != nullptr) return memory;
        has_failed = true;
        const std::new_handler handler = std::get_new_handler();
        if (handler == nullptr) throw std::bad_alloc();
        handler();
    }
}

}  // namespace memory_end_test
}  // namespace tarazy

void* operator new(std::size_t size) {
    return tarazy::memory_end_test::allocated(size);
}
void* operator new[](std::size_t size) {
    return tarazy::memory_end_test::allocated(size);
}
// Those of the standard algorithms that make do with less (stable_partition); freed as all others are.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    try {
        return tarazy::memory_end_test::allocated(size);
    } catch (const std::bad_alloc&) {
        return nullptr;
    }
}
void* operator new[](std::size_t size, const std::nothrow_t& nothrow) noexcept {
    return operator new(size, nothrow);
}
void operator delete(void* memory) noexcept {
    std::free(memory);
}
void operator delete[](void* memory) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
    std::free(memory);
}
void operator delete[](void* memory, std::size_t) noexcept {
    std::free(memory);
}

namespace tarazy {
namespace memory_end_test {

using namespace testing_program;

/// In the child: runs the command with that failure. @returns the status the program would end with
int status_of(const std::vector<std::string>& arguments, long number, bool for_good) {
    end_without_memory_cleanly();
    fails_for_good = for_good;
    until_failure = number;
    try {
        try {
            static_cast<void>(run_command(arguments));
        } catch (...) {
            rethrow_circumstances();
        }
    } catch (const LimitError&) {
        return 5;
    } catch (const std::bad_alloc&) {
        return 5;
    } catch (const FileError&) {  // a library of C++ that gives up on its own terms: a stream that could not be made
        return 4;
    } catch (const std::exception&) {
        return 70;
    }
    return has_failed ? 6 : 0;  // 6: went on without what it asked for
}

/// Sweeps the allocation that fails until none fails any more, in steps that grow with its number; in smaller ones for
/// `./check --slow`.
void sweep(const std::vector<std::string>& arguments, const std::function<void(int status, long number)>& look) {
    const long part = std::getenv("TARAZY_SLOW") == nullptr ? 4 : 50;
    for (const bool for_good : {false, true}) {
        int status = -1;
        int limits = 0;
        for (long number = 0; status != 0; number += 1 + number / part) {
            ASSERT_LT(number, 100'000'000) << "the command never gets by";
            const pid_t child = ::fork();
            if (child == 0) {
                ::dup2(::open("/dev/null", O_WRONLY), STDERR_FILENO);
                ::_exit(status_of(arguments, number, for_good));
            }
            int state = 0;
            ::waitpid(child, &state, 0);
            ASSERT_TRUE(WIFEXITED(state)) << "allocation " << number << ": signal " << WTERMSIG(state);
            status = WEXITSTATUS(state);
            ASSERT_TRUE(status == 0 || status == 5 || status == 6) << "allocation " << number << ": " << status;
            limits += status == 5 ? 1 : 0;
            look(status, number);
        }
        EXPECT_GT(limits, 10);
    }
}

TEST(MemoryEnd, ATableThatIsConvertedIsWholeOrNotThere) {
    const Folder folder;
    std::string csv = "state,year,value\n";
    for (int i = 0; i < 500; ++i) csv += "KAZ," + std::to_string(1500 + i) + ",\"v, " + std::to_string(i % 7) + "\"\n";
    const std::string file = folder.write("a.csv", csv), output = folder / "b.csv";
    sweep({"data", "convert", file, output}, [&](int status, long number) {
        if (status == 0 || status == 6) {
            EXPECT_EQ(bytes_of(output), csv) << number;
        }
        if (status == 5) {
            EXPECT_FALSE(std::filesystem::exists(output)) << number;
        } else {
            EXPECT_EQ(bytes_of(output), csv) << number;
        }
        std::filesystem::remove(output);
    });
}

TEST(MemoryEnd, VotesAreComparedOrNot) {
    const SmallStudy small;
    sweep({"align", "similarity", "--votes", small.study() + "/votes.csv", "--roll-calls", small.study() + "/rolls.csv",
           "--threads", "1"},
          [](int, long) {});
}

TEST(MemoryEnd, ConditionsAreMinimisedOrNot) {
    const Folder folder;
    const std::string data =
        folder.write("c.csv", "case,A,B,C,Y\na,1,0,1,1\nb,0,1,1,0\nc,1,1,0,1\nd,0,0,0,0\ne,1,1,1,1\n");
    sweep({"compare", "minimise", "--data", data, "--outcome", "Y", "--conditions", "A,B,C", "--format", "json"},
          [](int, long) {});
}

TEST(SlowMemoryEnd, AStudyLeavesTheLastGoodResults) {
    const SmallStudy small;
    ASSERT_EQ(small.run().status, 0);
    const std::string report = bytes_of(small.output() + "/report.html");
    std::vector<std::string> command = small.command("kk");
    command.insert(command.end(), {"--threads", "1", "--no-cache"});
    int looked = 0;
    sweep(command, [&](int status, long number) {
        if (status == 5 && looked++ % 16 == 0) {
            EXPECT_EQ(bytes_of(small.output() + "/report.html"), report) << number;
        }
        if (status != 5) {
            ASSERT_EQ(small.run().status, 0);
        }
    });
}

}  // namespace memory_end_test
}  // namespace tarazy
