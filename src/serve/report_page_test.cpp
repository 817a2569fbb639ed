#include "serve/report_page.hpp"

#include "report/render.hpp"

#include <gtest/gtest.h>

namespace report_page_test {
namespace {

using namespace tarazy;

TEST(ReportPage, NamesItsScriptsAndNoOther) {
    // Of the specification of CSP Level 3: the SHA-256 of `alert('Hello, world.');`.
    EXPECT_EQ(script_source("alert('Hello, world.');"), "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='");
    const Answer answer = report_page("<html><script>alert('Hello, world.');</script>");
    const std::string policy = answer.headers.at("Content-Security-Policy");
    EXPECT_EQ(policy.find("qznLcsROx4GACP2dm0UCKCzCG"), std::string::npos) << "a script of somebody else";
    const std::string scripts =
        policy.substr(policy.find("script-src"), policy.find("style-src") - policy.find("script-src"));
    EXPECT_EQ(scripts.find("unsafe"), std::string::npos);
    for (const std::string_view script : report_scripts())
        EXPECT_NE(scripts.find(script_source(script)), std::string::npos);
}

}  // namespace
}  // namespace report_page_test
