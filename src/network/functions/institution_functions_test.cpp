#include "network/functions/institution_functions.hpp"

#include "base/error.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace institution_functions_test {

InstitutionFunctions read(const std::string& text) {
    return read_institution_functions(read_csv(text, "f.csv"));
}

std::string fault_of(const std::string& text) {
    try {
        (void)read(text);
    } catch (const InputError& error) {
        return error.what();
    }
    return "no fault";
}

void expect_same(const InstitutionFunctions& one, const InstitutionFunctions& other) {
    EXPECT_EQ(one.institutions, other.institutions);
    EXPECT_EQ(one.functions, other.functions);
    EXPECT_EQ(one.weights, other.weights);
}

TEST(InstitutionFunctions, ThreeLayoutsSayTheSame) {
    const InstitutionFunctions lists = read("institution,name,functions\nUN,x,talk;watch\nIAEA,y, watch \n");
    EXPECT_EQ(lists.institutions, (std::vector<std::string>{"IAEA", "UN"}));
    EXPECT_EQ(lists.functions, (std::vector<std::string>{"talk", "watch"}));
    EXPECT_EQ(lists.weights, (std::vector<double>{0, 1, 1, 1}));
    EXPECT_FALSE(lists.weighted());
    expect_same(lists, read("institution,function\nUN,watch\nIAEA,watch\nUN,talk\n"));
    expect_same(lists, read("body,watch,talk\nUN,1,1\nIAEA,1,0\n"));
}

TEST(InstitutionFunctions, WeightsAreRead) {
    const InstitutionFunctions rows = read("institution,function,weight\nUN,talk,1\nUN,watch,0.25\nIAEA,watch,1\n");
    EXPECT_TRUE(rows.weighted());
    EXPECT_DOUBLE_EQ(rows.weight(1, 1), 0.25);
    expect_same(rows, read("institution,talk,watch\nUN,1,0.25\nIAEA,0,1\n"));
}

TEST(InstitutionFunctions, AnInstitutionOfAMatrixMayCarryNothing) {
    const InstitutionFunctions matrix = read("institution,talk\nUN,1\nIAEA,0\n");
    EXPECT_EQ(matrix.institutions.size(), 2u);
    EXPECT_DOUBLE_EQ(matrix.weight(0, 0), 0);
}

TEST(InstitutionFunctions, FunctionsThatAreNotGivenAreNotNone) {
    const std::string what = fault_of("institution,functions\nUN,\nIAEA,watch\n");
    EXPECT_NE(what.find("f.csv:2:2: no function is given; name the functions"), std::string::npos) << what;
}

TEST(InstitutionFunctions, ACodeOfMissingIsNoWeightAndNoFunction) {
    const std::string matrix = fault_of("institution,talk\nUN,-9\nIAEA,\n");
    EXPECT_NE(matrix.find("f.csv:2:2: the weight is -9, below zero"), std::string::npos) << matrix;
    EXPECT_NE(matrix.find("f.csv:3:2: the weight is missing"), std::string::npos) << matrix;
    const std::string list = fault_of("institution,functions\nUN,talk\nIAEA,-9\n");
    EXPECT_NE(list.find("f.csv:3:2: '-9' is a code of missing and names no function"), std::string::npos) << list;
    EXPECT_NE(fault_of("institution,function,weight\nUN,talk,-9\n").find("below zero"), std::string::npos);
    EXPECT_NE(fault_of("institution,talk\nUN,much\n").find("f.csv:2:2"), std::string::npos);
}

TEST(InstitutionFunctions, WhatStandsTwiceIsRefused) {
    const std::string what = fault_of("institution,functions\nUN,talk;talk\nUN,watch\n,talk\n");
    EXPECT_NE(what.find("f.csv:2:2: 'talk' stands twice"), std::string::npos) << what;
    EXPECT_NE(what.find("f.csv:3:1: 'UN' stands twice"), std::string::npos) << what;
    EXPECT_NE(what.find("f.csv:4:1: the institution has no name"), std::string::npos) << what;
    EXPECT_NE(fault_of("institution,function\nUN,talk\nUN,talk\n").find("'talk' of UN stands twice"),
              std::string::npos);
    EXPECT_NE(fault_of("institution,talk\nUN,1\nUN,0\n").find("'UN' stands twice"), std::string::npos);
}

TEST(InstitutionFunctions, AnEmptyTableIsRefused) {
    EXPECT_NE(fault_of("institution,functions\n").find("the table names no institution"), std::string::npos);
    EXPECT_NE(fault_of("institution\nUN\n").find("the table has no functions"), std::string::npos);
    EXPECT_NE(fault_of("instituton,functions\nUN,talk\n").find("institution"), std::string::npos);
}

}  // namespace institution_functions_test
}  // namespace tarazy
