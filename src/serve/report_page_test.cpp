#include "serve/report_page.hpp"

#include <gtest/gtest.h>

namespace report_page_test {
namespace {

using namespace tarazy;

TEST(ReportPage, NamesItsScriptsAndNoOther) {
    // Of the specification of CSP Level 3: the SHA-256 of `alert('Hello, world.');`.
    EXPECT_EQ(script_source("alert('Hello, world.');"), "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='");
    const Answer answer = report_page("<html><script>alert('Hello, world.');</script><script type=\"x\">no</script>");
    const std::string policy = answer.headers.at("Content-Security-Policy");
    EXPECT_NE(policy.find("'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"), std::string::npos);
    const std::string scripts =
        policy.substr(policy.find("script-src"), policy.find("style-src") - policy.find("script-src"));
    EXPECT_EQ(scripts.find("unsafe"), std::string::npos);
    EXPECT_NE(report_page("<script>cut off").headers.at("Content-Security-Policy").find("script-src"),
              std::string::npos);
}

}  // namespace
}  // namespace report_page_test
