#include "study/provenance.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/example_study_test.hpp"
#include "study/derive.hpp"
#include "study/run.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace provenance_test {

/// A study that ships its results and has no raw data at hand.
class Shipped : public testing::Test {
protected:
    Shipped() {
        example.ship_results();
        const Variable raw("TARAZY_TEST_RAW", example.beside("raw"));
        (void)derive_study(read_study_file_alone(example.folder(), all_methods()), all_methods());
    }
    std::string complaint() const {
        return complaint_of([&] { (void)run_study(example.read(), all_methods()); });
    }
    ExampleStudy example;
};

TEST_F(Shipped, TablesMadeWithOtherParametersAreRefused) {
    EXPECT_NO_THROW((void)run_study(example.read(), all_methods()));
    example.edit("study.toml", "bootstrap = 200", "bootstrap = 300");
    EXPECT_NE(complaint().find("the derived tables of 'shares' were made with other settings: parameters 'bootstrap'; "
                               "run 'tarazy study derive'"),
              std::string::npos)
        << complaint();
}

TEST_F(Shipped, TablesOfOtherStatesAreRefused) {
    example.edit("study.toml", "members = [\"USA\", \"FRA\"]", "members = [\"USA\"]");
    EXPECT_NE(complaint().find("other settings: poles"), std::string::npos) << complaint();
}

TEST_F(Shipped, ATableThatWasEditedIsRefused) {
    example.edit("data/derived/shares.csv", "KAZ", "UZB");
    EXPECT_NE(complaint().find("the table 'shares.csv' was changed since it was made"), std::string::npos)
        << complaint();
}

TEST_F(Shipped, ATableThatIsGoneIsNamed) {
    std::filesystem::remove(example / "data/derived/shares.summary.csv");
    EXPECT_NE(complaint().find("lists the table 'shares.summary.csv', which is not there"), std::string::npos)
        << complaint();
}

TEST_F(Shipped, WithoutProvenanceNothingIsBelieved) {
    write_file_atomically(example / "data/derived/provenance.json", "{");
    EXPECT_NE(complaint().find("cannot be understood"), std::string::npos) << complaint();
    std::filesystem::remove(example / "data/derived/provenance.json");
    EXPECT_NE(complaint().find("nothing says how the derived tables were made"), std::string::npos) << complaint();
}

TEST(Provenance, ListsItsTables) {
    Making making;
    making.analysis = "a";
    making.settings = "{}";
    making.tables.resize(1);
    making.tables[0].path = "a.csv";
    EXPECT_EQ(tables_listed(provenance_text("tarazy study derive x", {making})), std::vector<std::string>{"a.csv"});
    EXPECT_TRUE(tables_listed("not json").empty());
}

}  // namespace provenance_test
}  // namespace tarazy
