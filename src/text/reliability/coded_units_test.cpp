#include "text/reliability/coded_units.hpp"

#include "base/error.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy::coded_units_test {
namespace {

CodedUnits units_of(const std::string& csv, const CodedUnitsReading& reading = {}) {
    return read_coded_units(read_csv(csv, "codes.csv"), reading);
}

std::string refusal_of(const std::string& csv, const CodedUnitsReading& reading = {}) {
    try {
        (void)units_of(csv, reading);
    } catch (const std::exception& error) {
        return error.what();
    }
    return "none";
}

TEST(CodedUnits, AreSortedAndCodesHaveAnOrder) {
    const CodedUnits coded = units_of("unit,A,B\nz,10,9\na,,9\n");
    EXPECT_EQ(coded.units, (std::vector<std::string>{"a", "z"}));
    EXPECT_EQ(coded.codes, (std::vector<std::string>{"9", "10"})) << "numbers by size";
    EXPECT_EQ(coded.code, (std::vector<std::int32_t>{-1, 0, 1, 0}));
    EXPECT_EQ(coded.numbers, (std::vector<double>{9, 10}));
}

TEST(CodedUnits, OneNumberWrittenInTwoWaysIsOneCode) {
    EXPECT_EQ(units_of("unit,A,B\na,1,1.0\nb,x,2\n").codes, (std::vector<std::string>{"1", "2", "x"}));
}

TEST(CodedUnits, RanksAreGivenByTheUser) {
    CodedUnitsReading reading{.level = MeasurementLevel::ordinal};
    EXPECT_NE(refusal_of("unit,A,B\na,low,high\n", reading).find("codes.csv:2:2: the code 'low' is no number"),
              std::string::npos);
    reading.codes = {"low", "middle", "high"};
    EXPECT_EQ(units_of("unit,A,B\na,low,high\n", reading).code, (std::vector<std::int32_t>{0, 2}));
    EXPECT_NE(refusal_of("unit,A,B\na,low,hihg\n", reading).find("codes.csv:2:3: the code 'hihg' is not among --codes"),
              std::string::npos);
    reading.codes = {"low", "low"};
    EXPECT_NE(refusal_of("unit,A,B\na,low,low\n", reading).find("--codes: 'low' stands twice"), std::string::npos);
}

TEST(CodedUnits, OneCoderOnlyIsRefusedClearly) {
    EXPECT_NE(refusal_of("unit,Aigul\na,1\n").find("one coder only, 'Aigul': agreement needs two; let a second person"),
              std::string::npos);
    EXPECT_NE(refusal_of("unit,Aigul,Boris\na,1,\nb,2,\n").find("one coder only, 'Aigul'"), std::string::npos)
        << "an empty column is no coder";
    EXPECT_NE(refusal_of("unit\na\n").find("no coder with a value"), std::string::npos);
}

TEST(CodedUnits, FaultsAreToldAtTheirPlace) {
    const std::string repeated = refusal_of("unit,A,B\na,1,1\na,2,2\n,1,1\n");
    EXPECT_NE(repeated.find("codes.csv:3:1: the unit 'a' stands here a second time"), std::string::npos) << repeated;
    EXPECT_NE(repeated.find("codes.csv:4:1: a unit has no name"), std::string::npos) << repeated;
    EXPECT_NE(
        refusal_of("unit,A,B\na,x,1\n", {.level = MeasurementLevel::interval}).find(":2:2: the code 'x' is no number"),
        std::string::npos);
    EXPECT_NE(refusal_of("unit,A,B\na,-1,1\n", {.level = MeasurementLevel::ratio}).find("below zero"),
              std::string::npos);
    EXPECT_NE(refusal_of("uint,A,B\na,1,1\n").find("'uint'"), std::string::npos) << "the nearest name";
}

}  // namespace
}  // namespace tarazy::coded_units_test
