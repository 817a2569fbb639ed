#include "base/edtf.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <vector>

namespace tarazy {
namespace edtf_test {

std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (const char c : line) {
        if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            cells.emplace_back();
        else
            cells.back() += c;
    }
    return cells;
}

EdtfDate date(const std::string& text) {
    const auto result = parse_edtf(text);
    if (const auto* fault = std::get_if<EdtfFault>(&result)) {
        ADD_FAILURE() << text << " refused: " << fault->reason;
        return {};
    }
    return std::get<EdtfDate>(result);
}

std::string bounds(const std::string& text) {
    const EdtfDate read = date(text);
    return to_string(read.earliest) + ' ' + to_string(read.latest) + ' ' + std::string(to_string(read.kind));
}

/// `position: reason`, or "accepted".
std::string fault(const std::string& text) {
    const auto result = parse_edtf(text);
    const auto* refused = std::get_if<EdtfFault>(&result);
    return refused == nullptr ? "accepted" : std::to_string(refused->position) + ": " + refused->reason;
}

TEST(Edtf, EveryRowOfTheReferenceTable) {
    std::ifstream file(TARAZY_SOURCE_DIR "/src/base/testdata/edtf.csv");
    std::string line;
    std::getline(file, line);
    ASSERT_EQ(line,
              "edtf,peer_valid,peer_type,peer_min_utc,peer_max_utc,uncertain,approximate,spec_valid,spec_earliest,spec_"
              "latest,note");
    int rows = 0;
    for (; std::getline(file, line); ++rows) {
        const auto cell = cells_of(line);
        ASSERT_EQ(cell.size(), 11u) << line;
        const auto result = parse_edtf(cell[0]);
        ASSERT_EQ(std::holds_alternative<EdtfDate>(result), cell[7] == "1") << cell[0];
        if (cell[7] == "0") continue;
        const auto& read = std::get<EdtfDate>(result);
        EXPECT_EQ(to_string(read.earliest), cell[8]) << cell[0];
        EXPECT_EQ(to_string(read.latest), cell[9]) << cell[0];
        if (cell[5].empty()) continue;
        EXPECT_EQ(read.uncertain, cell[5] == "1") << cell[0];
        EXPECT_EQ(read.approximate, cell[6] == "1") << cell[0];
    }
    EXPECT_EQ(rows, 40);
}

TEST(Edtf, KindTellsHowTheBoundsAreToBeRead) {
    EXPECT_EQ(bounds("1991-12-16"), "1991-12-16 1991-12-16 point");
    EXPECT_EQ(bounds("1991-12"), "1991-12-01 1991-12-31 uncertain");
    EXPECT_EQ(bounds("1991"), "1991-01-01 1991-12-31 uncertain");
    EXPECT_EQ(bounds("2022-01-05/2022-01-19"), "2022-01-05 2022-01-19 span");
    EXPECT_EQ(bounds("[1991-08-29..1991-09-02]"), "1991-08-29 1991-09-02 uncertain");
    EXPECT_EQ(bounds("{1991,1993}"), "1991-01-01 1993-12-31 span");
    EXPECT_EQ(bounds("[1991-08-29]"), "1991-08-29 1991-08-29 point");
    EXPECT_EQ(bounds("1995-04-24T23:59:59-05:00"), "1995-04-24 1995-04-24 point");
}

TEST(Edtf, UnspecifiedDigitsAnywhereReachTheOutermostDayThatExists) {
    EXPECT_EQ(bounds("156X-12-25"), "1560-12-25 1569-12-25 uncertain");
    EXPECT_EQ(bounds("1X9X-XX-3X"), "1090-01-30 1999-12-31 uncertain");
    EXPECT_EQ(bounds("XXXX-02-29"), "0000-02-29 9996-02-29 uncertain");
    EXPECT_EQ(bounds("190X-02-29"), "1904-02-29 1908-02-29 uncertain");
    EXPECT_EQ(bounds("1984-1X"), "1984-10-01 1984-12-31 uncertain");
    EXPECT_EQ(bounds("1984-X2"), "1984-02-01 1984-12-31 uncertain");
    EXPECT_EQ(bounds("1984-XX-31"), "1984-01-31 1984-12-31 uncertain");
    EXPECT_EQ(bounds("-00XX"), "-000099-01-01 -000001-12-31 uncertain");
    EXPECT_EQ(bounds("Y1XXXX"), "+010000-01-01 +019999-12-31 uncertain");
    EXPECT_EQ(bounds("YX0000"), "+010000-01-01 +090000-12-31 uncertain");
    EXPECT_EQ(fault("199X-02-30"), "9: there is no day 30 in month 02 of year 199X");
    EXPECT_EQ(fault("XXX1-02-29"), "9: there is no day 29 in month 02 of year XXX1");
}

TEST(Edtf, QualificationOfSingleComponents) {
    for (const char* text :
         {"2004?-06-11", "2004-06?-11", "2004-?06-11", "?2004-06-11", "2004-06-11?", "2004-06~-11?", "2004-06-%11"}) {
        EXPECT_TRUE(date(text).uncertain) << text;
        EXPECT_EQ(bounds(text), "2004-06-11 2004-06-11 point") << text;
    }
    EXPECT_TRUE(date("2004-06~-11?").approximate);
    EXPECT_FALSE(date("2004-06-11?").approximate);
    EXPECT_TRUE(date("2001-21~").approximate);
    EXPECT_TRUE(date("[1991?,1992]").uncertain);
    EXPECT_TRUE(date("1991/1992~").approximate);
    EXPECT_EQ(fault("2004??"), "6: after the year comes '-' and the month");
}

TEST(Edtf, SetsMayBeOpen) {
    EXPECT_EQ(bounds("[..1984]"), "open 1984-12-31 uncertain");
    EXPECT_EQ(bounds("[1984-12..]"), "1984-12-01 open uncertain");
    EXPECT_EQ(bounds("{..1984}"), "open 1984-12-31 span");
    EXPECT_EQ(bounds("[1667,1668,1670..1672]"), "1667-01-01 1672-12-31 uncertain");
    EXPECT_EQ(bounds("[1760-01,1760-02,1760-12..]"), "1760-01-01 open uncertain");
    EXPECT_EQ(bounds("[1672,1667]"), "1667-01-01 1672-12-31 uncertain");
    EXPECT_EQ(fault("[1667,..1668]"), "7: '..' before a date opens the set and stands first");
    EXPECT_EQ(fault("[1667..,1668]"), "6: '..' after a date opens the set and stands last");
    EXPECT_EQ(fault("[1668..1667]"), "8: the range ends before it starts");
    EXPECT_EQ(fault("[]"), "2: the set is empty");
    EXPECT_EQ(fault("[..]"), "2: '..' needs a date before or after it");
    EXPECT_EQ(fault("[1667"), "6: the set is not closed with ']'");
    EXPECT_EQ(fault("[1667]x"), "7: nothing may follow the set");
    EXPECT_EQ(fault("[1667,]"), "7: a date is expected between the commas");
}

TEST(Edtf, ARangeToAnUnknownYearDoesNotEndBeforeItBegins) {
    const auto date = std::get<EdtfDate>(parse_edtf("{9481..X929}"));
    EXPECT_EQ(to_string(date.earliest), "9481-01-01");
    EXPECT_EQ(to_string(date.latest), "9929-12-31");
    EXPECT_EQ(date.ends.from, date.begins.from);
    EXPECT_LE(date.begins.to, date.ends.to);
}

TEST(Edtf, SignificantDigitsWidenTheYear) {
    EXPECT_EQ(bounds("1950S2"), "1900-01-01 1999-12-31 uncertain");
    EXPECT_EQ(bounds("1950S4"), "1950-01-01 1950-12-31 uncertain");
    EXPECT_EQ(bounds("-1950S3"), "-001959-01-01 -001950-12-31 uncertain");
    EXPECT_EQ(bounds("Y171010000S3"), "+171000000-01-01 +171999999-12-31 uncertain");
    EXPECT_NE(fault("1950S0"), "accepted");
    EXPECT_NE(fault("1950S5"), "accepted");
    EXPECT_NE(fault("195XS2"), "accepted");
    EXPECT_NE(fault("1950S2-12"), "accepted");
}

TEST(Edtf, QuartersHalvesAndSouthernSeasons) {
    EXPECT_EQ(bounds("2001-25"), bounds("2001-21"));
    EXPECT_EQ(bounds("2001-29"), "2001-09-01 2001-11-30 uncertain");
    EXPECT_EQ(bounds("2001-30"), "2001-12-01 2002-02-28 uncertain");
    EXPECT_EQ(bounds("2001-31"), "2001-03-01 2001-05-31 uncertain");
    EXPECT_EQ(bounds("2001-33"), "2001-01-01 2001-03-31 uncertain");
    EXPECT_EQ(bounds("2001-36"), "2001-10-01 2001-12-31 uncertain");
    EXPECT_EQ(bounds("2001-38"), "2001-05-01 2001-08-31 uncertain");
    EXPECT_EQ(bounds("2001-41"), "2001-07-01 2001-12-31 uncertain");
    EXPECT_EQ(bounds("2003-24"), "2003-12-01 2004-02-29 uncertain");
    EXPECT_EQ(fault("2001-42"), "6: there is no month 42; months run from 01 to 12, seasons from 21 to 24");
    EXPECT_EQ(fault("2001-21-05"), "8: a season or quarter has no days");
}

TEST(Edtf, IntervalsWithOpenAndUnknownEnds) {
    EXPECT_EQ(bounds("1985-04-12/.."), "1985-04-12 open span");
    EXPECT_EQ(bounds("../1985"), "open 1985-12-31 span");
    EXPECT_EQ(bounds("1985/"), "1985-01-01 unknown span");
    EXPECT_EQ(fault("/"), "1: an interval has a date on at least one side");
    EXPECT_EQ(fault("../.."), "1: an interval has a date on at least one side");
    EXPECT_EQ(fault("1990/1989"), "6: the interval ends before it starts");
    EXPECT_EQ(fault("1990/1991/1992"), "10: after the year comes '-' and the month");
    EXPECT_EQ(fault("1990-01-01T10:00:00Z/1991"), "1: the ends of an interval are dates without a time of day");
}

TEST(Edtf, RefusalsSayWhereAndWhat) {
    EXPECT_EQ(fault(""), "1: the date is empty");
    EXPECT_EQ(fault("1900-02-29"), "9: there is no day 29 in month 02 of year 1900");
    EXPECT_EQ(fault("20240"), "5: a year of more than four digits begins with Y");
    EXPECT_EQ(fault("Y1000"), "2: Y is for years of more than four digits only");
    EXPECT_EQ(fault("Y-1000"), "3: Y is for years of more than four digits only");
    EXPECT_EQ(fault("Y01000"), "2: a year with Y does not begin with 0");
    EXPECT_EQ(fault("-0000"), "2: there is no year -0000; 1 BC is 0000");
    EXPECT_EQ(fault("1991-1-2"), "6: a month has two digits, 01 to 12");
    EXPECT_EQ(fault("1991-00-10"), "6: there is no month 00; months run from 01 to 12, seasons from 21 to 24");
    EXPECT_EQ(fault("1991-01-00"), "9: there is no day 00; days run from 01 to 31");
    EXPECT_EQ(fault("1995-04-24T24:00:00"),
              "12: an hour has two digits, 00 to 23; midnight is 00:00:00 of the day that begins");
    EXPECT_EQ(fault("1995-04-24T10:00"), "17: a time is written hh:mm:ss");
    EXPECT_EQ(fault("1995-04-24 "), "11: a date contains no blanks");
    EXPECT_EQ(fault("Y17E7"), "4: years with exponents are not read; write all digits");
    EXPECT_EQ(fault("1991-11-2o"), "9: a day has two digits, 01 to 31");
    EXPECT_EQ(fault("1991-08-29Z"), "11: the date ends here; 'Z' does not belong to it");
    EXPECT_EQ(fault("1991..1993"), "5: '..' stands in a set [a..b] or as the end of an interval a/..");
    EXPECT_EQ(fault("17.02.1979"), "1: write 1979-02-17");
    EXPECT_EQ(fault("17/02/1979"), "1: write 1979-02-17");
    EXPECT_EQ(fault("1979-02-17/18.02.1979"), "12: write 1979-02-18");
    EXPECT_EQ(fault("abc"), "1: a year of four digits is expected");
    EXPECT_EQ(fault("1991-08-29T10:00:00+15:00"), "21: a time zone is Z, +hh or +hh:mm, at most 14:00");
    EXPECT_EQ(fault("199х"), "4: a year has four digits") << "a Cyrillic letter is not X";
}

TEST(Edtf, PositionsCountCharactersNotBytes) {
    EXPECT_EQ(fault("[1991,жыл]").substr(0, 2), "7:");
}

TEST(Edtf, VeryLongInputIsRefusedQuicklyAndWithoutOverflow) {
    EXPECT_NE(fault(std::string(1'000'000, '9')), "accepted");
    EXPECT_NE(fault("Y" + std::string(13, '9')), "accepted");
    EXPECT_EQ(bounds("Y999999999999").substr(0, 20), "+999999999999-01-01 ");
    EXPECT_NE(fault("1950S99999999999999999999"), "accepted");
}

// The fuzzer's collection (fuzz/edtf.cpp): whatever is accepted has bounds in order and reads back as the same days.
TEST(Edtf, CorpusOfTheFuzzerKeepsItsPromises) {
    const std::filesystem::path corpus = TARAZY_SOURCE_DIR "/fuzz/corpus/edtf";
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(corpus)) {
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string text(std::istreambuf_iterator<char>(file), {});
        const auto result = parse_edtf(text);
        ++files;
        if (const auto* refused = std::get_if<EdtfFault>(&result)) {
            EXPECT_GE(refused->position, 1u);
            EXPECT_LE(refused->position, text.size() + 1);
            EXPECT_FALSE(refused->reason.empty());
            continue;
        }
        const auto& read = std::get<EdtfDate>(result);
        EXPECT_LE(read.begins.from, read.begins.to) << entry.path();
        EXPECT_LE(read.ends.from, read.ends.to) << entry.path();
        EXPECT_LE(read.begins.from, read.ends.from) << entry.path();
        EXPECT_LE(read.begins.to, read.ends.to) << entry.path();
    }
    EXPECT_GT(files, 20);
}

}  // namespace edtf_test
}  // namespace tarazy
