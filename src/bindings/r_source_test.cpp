#include "bindings/r_source.hpp"

#include "cli/program.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace r_source_test {
namespace {

using namespace tarazy;

std::string file(const std::string& name) {
    Session session;
    for (const SourceFile& one : r_sources(command_list(*build_program(session))))
        if (one.name == name) return one.text;
    ADD_FAILURE() << "no " << name;
    return "";
}

TEST(RSource, ACommandIsAFunction) {
    const std::string code = file("R/commands.R");
    for (const char* part :
         {"\nalign_similarity <- function(\n    votes = NULL", "roll_calls = c(\"--roll-calls\", \"many\")",
          "\ncompare_truth_table <- function(", "\ntarazy_explain <- function(\n    claim,"}) {
        EXPECT_NE(code.find(part), std::string::npos) << part;
    }
    EXPECT_TRUE(std::ranges::all_of(code, [](char letter) { return static_cast<unsigned char>(letter) < 128; }))
        << "R takes no other letters in the code of packages";
}

TEST(RSource, EachHasAPageOfHelp) {
    const std::string page = file("man/align_similarity.Rd");
    for (const char* part : {"\\name{align_similarity}", "\\item{roll_calls}{", "\\examples{\\dontrun{",
                             "align_similarity(votes = \"examples/", "default 1"}) {
        EXPECT_NE(page.find(part), std::string::npos) << part;
    }
}

TEST(RSource, MarksOfThePagesAreEscaped) {
    Session session;
    for (const SourceFile& one : r_sources(command_list(*build_program(session)))) {
        if (!one.name.starts_with("man/")) continue;
        std::size_t percent = one.text.find('%');
        while (percent != std::string::npos) {
            EXPECT_EQ(one.text[percent - 1], '\\') << one.name;
            percent = one.text.find('%', percent + 1);
        }
    }
}

}  // namespace
}  // namespace r_source_test
