#include "bindings/source_file.hpp"

#include <gtest/gtest.h>

#include <string>

namespace source_file_test {
namespace {

using namespace tarazy;

TEST(SourceFile, ValuesStandAsTheLanguageWritesThem) {
    CallParameter number, text;
    number.value = CallValue::number;
    const auto code = [](const CallParameter& parameter, const std::vector<std::string>& values) {
        return value_in_code({&parameter, values}, in_double_quotes, "c(", ")");
    };
    EXPECT_EQ(code(number, {"0.9"}), "0.9");
    EXPECT_EQ(code(number, {"1", "2"}), "c(1, 2)");
    EXPECT_EQ(code(number, {"all"}), "\"all\"");
    EXPECT_EQ(code(text, {"69"}), "\"69\"") << "a text stays one";
}

TEST(SourceFile, QuotesAndBackslashesAreEscaped) {
    EXPECT_EQ(in_double_quotes("a\"b\\c\n"), "\"a\\\"b\\\\c\\n\"");
}

TEST(SourceFile, AParameterSaysItsValuesAndItsDefault) {
    CallParameter parameter;
    parameter.purpose = "which interval";
    parameter.words = {"percentile", "bca"};
    parameter.by_default = "percentile";
    EXPECT_EQ(purpose_with_values(parameter), "which interval; one of percentile, bca; default percentile");
    EXPECT_EQ(arity_word(parameter), "one");
    EXPECT_EQ(indented("a\n\nb", "  "), "  a\n\n  b");
}

}  // namespace
}  // namespace source_file_test
