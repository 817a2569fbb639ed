#include "report/render.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace {

TEST(Report, AnotherLanguageIsRefused) {
    EXPECT_THROW((void)render_report({}, "de"), UsageError);
}

}  // namespace
}  // namespace tarazy
