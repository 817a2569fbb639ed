#include "table/optional_columns.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace optional_columns_test {

Table with_columns(const std::vector<std::string>& names) {
    Table table;
    for (const std::string& name : names) table.add(name, Column(std::vector<std::int64_t>{1}));
    table.origin.path = "t.csv";
    return table;
}

const OptionalColumn session{"session", {"year", "сессия"}};

TEST(MeantColumn, DiffersByLetterCasePunctuationASynonymOrOneSlip) {
    for (const char* name :
         {"Session", "SESSION", "ses-sion", "session ", "year", "Year", "Сессия", "sesion", "sessoin", "sessions"})
        EXPECT_EQ(meant_column(with_columns({"rcid", name}), session, {}), name);
    for (const char* name : {"vote", "mission", "title", "sess_nr"})
        EXPECT_EQ(meant_column(with_columns({"rcid", name}), session, {}), "") << name;
    EXPECT_EQ(meant_column(with_columns({"session", "Session"}), session, {}), "") << "the column is there";
    const std::vector<std::string> used = {"year"};
    EXPECT_EQ(meant_column(with_columns({"year"}), session, used), "") << "it is another column";
    EXPECT_EQ(meant_column(with_columns({"Date"}), {"date", {}}, {}), "Date");
    EXPECT_EQ(meant_column(with_columns({"data"}), {"date", {}}, {}), "") << "too short for slips";
}

TEST(CheckOptionalColumns, EveryMissedColumnIsSaidWithItsRemedy) {
    const std::vector<OptionalColumn> columns = {session, {"party", {}}, {"block", {}}};
    try {
        check_optional_columns(with_columns({"Session", "PARTY"}), columns);
        FAIL();
    } catch (const InputError& error) {
        EXPECT_EQ(std::string(error.what()),
                  "t.csv:1: there is no column 'session'; did you mean 'Session'? --rename session=Session\n"
                  "t.csv:1: there is no column 'party'; did you mean 'PARTY'? --rename party=PARTY");
    }
    EXPECT_NO_THROW(check_optional_columns(with_columns({"session"}), columns));
}

}  // namespace optional_columns_test
}  // namespace tarazy
