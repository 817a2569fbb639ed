#pragma once

#include "analyses/all_methods.hpp"
#include "base/error.hpp"
#include "io/atomic_file.hpp"
#include "study/new_study.hpp"
#include "study/study_file.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>

namespace tarazy {

/// The study that `study new` writes, in a folder of the test's own that goes with it.
class ExampleStudy {
public:
    ExampleStudy() {
        std::string pattern = (std::filesystem::temp_directory_path() / "tarazy-study-XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
        root_ = pattern;
        write_new_study(folder());
    }
    ExampleStudy(const ExampleStudy&) = delete;
    ExampleStudy& operator=(const ExampleStudy&) = delete;
    ~ExampleStudy() {
        std::error_code ignored;
        std::filesystem::remove_all(root_, ignored);
    }

    [[nodiscard]] std::string folder() const { return root_ + "/example"; }
    [[nodiscard]] std::string operator/(const std::string& name) const { return folder() + '/' + name; }
    [[nodiscard]] std::string beside(const std::string& name) const { return root_ + '/' + name; }

    /// Replaces the first `from` in a file of the study.
    void edit(const std::string& file, const std::string& from, const std::string& to) const {
        std::string text = read_file(*this / file);
        const std::size_t at = text.find(from);
        if (at == std::string::npos) throw std::runtime_error("'" + from + "' is not in " + file);
        write_file_atomically(*this / file, text.replace(at, from.size(), to));
    }
    /// The study reads its votes and roll calls from a folder named by a variable, shipped results stand in for them.
    void ship_results() const {
        for (const std::string name : {"votes", "roll_calls"}) {
            std::filesystem::create_directories(beside("raw"));
            std::filesystem::rename(*this / ("data/" + name + ".csv"), beside("raw/" + name + ".csv"));
            edit("study.toml", "file = \"data/" + name + ".csv\"",
                 "fallback = \"data/derived\"\nfile = \"$TARAZY_TEST_RAW/" + name + ".csv\"");
        }
    }
    [[nodiscard]] StudyFile read() const { return read_study_file(folder(), all_methods()); }

private:
    std::string root_;
};

/// An environment variable for the length of a test.
class Variable {
public:
    Variable(std::string name, const std::string& value) : name_(std::move(name)) {
        ::setenv(name_.c_str(), value.c_str(), 1);
    }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;
    ~Variable() { ::unsetenv(name_.c_str()); }

private:
    std::string name_;
};

/// What an InputError says, or a failed test.
template <class Action>
std::string complaint_of(const Action& action) {
    try {
        action();
    } catch (const InputError& error) {
        return error.what();
    }
    ADD_FAILURE() << "nothing was wrong";
    return "";
}

}  // namespace tarazy
