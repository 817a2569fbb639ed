#include "base/circumstances.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <functional>
#include <new>
#include <system_error>

namespace tarazy {
namespace circumstances_test {

void meet(const std::function<void()>& what) {
    try {
        what();
    } catch (...) {
        rethrow_circumstances();
    }
}

std::string file_error(const std::function<void()>& what) {
    try {
        meet(what);
    } catch (const FileError& error) {
        return error.what();
    }
    return {};
}

TEST(Circumstances, NoMemoryAndNoThreadAreLimits) {
    EXPECT_THROW(meet([] { throw std::bad_alloc(); }), LimitError);
    EXPECT_THROW(meet([] { throw std::system_error(EAGAIN, std::generic_category(), "thread"); }), LimitError);
    EXPECT_THROW(meet([] { throw std::runtime_error("pthread_create has failed: Resource ..."); }), LimitError);
}

TEST(Circumstances, WhatTheSystemRefusesIsNamedWithItsPath) {
    EXPECT_NE(file_error([] {
                  static_cast<void>(std::filesystem::directory_iterator("/no/such/folder"));
              }).find("/no/such/folder: No such file"),
              std::string::npos);
    EXPECT_NE(file_error([] { throw std::system_error(EMFILE, std::generic_category(), "pipe"); }).find("pipe"),
              std::string::npos);
}

TEST(Circumstances, OwnErrorsStayWhatTheyAre) {
    EXPECT_THROW(meet([] { throw UsageError("u"); }), UsageError);
    EXPECT_THROW(meet([] { throw InputError(Problem{"f", 1, 1, "w", "r"}); }), InputError);
    EXPECT_THROW(meet([] { throw Interrupted(); }), Interrupted);
    EXPECT_THROW(meet([] { throw std::logic_error("ours"); }), std::logic_error);
}

}  // namespace circumstances_test
}  // namespace tarazy
