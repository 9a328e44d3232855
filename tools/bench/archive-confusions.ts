/**
 * What a reader of pictures takes letters for, counted: 26 upright pages of `gen_archive.py --seed 11 --pages 30` at each level, read by
 * tesseract 5.3.0 with its Spanish data and no clean-up, each line of the truth aligned with the line that is nearest to it
 * (Levenshtein). Lines of which less than half was read are not in the counts but in `lost`.
 * @module
 */

export interface Confusions {
  /** Letters that were counted, lines, and lines that were lost. */
  readonly chars: number;
  readonly lines: number;
  readonly lost: number;
  /** What stood there, what was read, how often: one entry a tab. `∅`: put in, left out. */
  readonly pairs: string;
  /** How often each letter stood there. */
  readonly seen: string;
}

export const CONFUSIONS: Readonly<Record<1 | 2 | 3, Confusions>> = {
  1: {
    chars: 41814,
    lines: 871,
    lost: 4,
    pairs:
      " ∅38\t1∅29\t.∅23\t5∅20\t4∅18\t0∅15\tI113\t∅ 12\t:∅11\t3∅11\te∅8\tr∅8\t2∅8\t-=8\t9∅7\t(/7\t)/7\t" +
      'a∅4\t"”4\ti∅4\t∅=4\t-.4\t -4\t∅:3\t;∅3\tg∅3\toO3\te:2\t∅.2\ti 2\t7 2\tl12\tt 2\tai2\to∅2\tl∅2\t' +
      "8∅2\tA.2\tx∅2\tc∅2\t∅l2\tüú2\t832\t6∅2\tE∅2\tD)1\to 1\tR*1\t∅»1\ti.1\ti:1\tDd1\ten1\tnm1\ta:1\t" +
      "üi1\ttc1\ta11\tG'1\t∅e1\tt∅1\to>1\tj∅1\td∅1\tí∅1\tnN1\t E1\tdR1\teO1\t∅*1\t141\t∅81\t∅G1\tER1\t" +
      "Y∅1\tu∅1\tn∅1\tKX1\tOQ1\t /1\tJd1\túd1\tsa1\t∅[1\tep1\t∅m1\t1l1\tSJ1\tti1\tm∅1\th∅1\ts∅1\t;31\t" +
      "651\t;51\trT1\tS∅1\tM∅1\tP∅1\tO∅1\tA∅1\tL∅1\tT∅1\tCa1\t∅|1\tJG1\tAÁ1\tPD1\t,A1\t∅T1\tr01\to01\t" +
      "-_1\tt:1\tHA1\t-∅1\tV.1\t-41\t7N1\t-W1\t-—1\tÁA1\te+1\t",
    seen:
      " 6223\te3805\ta3142\to2164\tr1916\tn1887\ti1650\ts1630\tl1514\td1453\tt1169\tc970\tu897\t.786\t" +
      "m621\tA610\tE599\tp528\t,514\tR448\t-407\tL361\tó346\tS334\tO326\tg325\tC322\tb313\t1305\t0287\t" +
      "N278\tI263\tT253\tv248\th246\t2239\t9223\t5205\tM202\t8201\tq188\tz178\tV174\tP170\tf168\tG162\t" +
      "Z158\ty158\tD153\t3143\t4141\tH140\tí134\t7128\tJ121\tU119\t6111\té102\tá93\tx86\tÁ84\tj82\t" +
      'F79\t:63\tú47\t;45\tB45\tñ43\tÍ38\tX36\tY35\t/29\tQ23\tÚ21\t(15\t)15\t"12\tÉ12\tw11\tÑ10\t$8\t' +
      "Ó6\tk6\tK5\tW4\tü3\t",
  },
  2: {
    chars: 34818,
    lines: 871,
    lost: 139,
    pairs:
      " ∅113\te∅53\t.∅50\ta∅41\t0∅41\t1∅36\to∅35\tn∅28\ts∅27\tr∅26\ti∅25\tl∅23\tI120\td∅19\t2∅18\t" +
      "5∅18\tt∅16\tu∅14\tes14\tc∅13\teo13\t∅ 12\t9∅11\t-∅9\t,∅9\tE∅8\tp∅8\tea8\tm∅8\tó∅7\t.,7\tae7\t" +
      "l17\t3∅7\t)/7\tJ∅6\te+6\ty∅5\tA∅5\tL∅5\te=5\t-=5\tz∅5\t-.5\t(/5\t4∅5\tD∅4\tO∅4\tf∅4\té∅4\tb∅4\t" +
      "S∅4\t;∅4\til4\tL14\t6∅4\t834\t7∅3\tM∅3\tt 3\toO3\ta 3\tv∅3\tZ∅3\tV∅3\th∅3\tHE3\t,»3\to>3\t∅.3\t" +
      "a23\tIi3\t,.3\t8∅3\tpP3\tVY3\t123\tI∅2\tú∅2\tVv2\tQ∅2\tj∅2\tC∅2\t∅s2\thi2\tY∅2\tF∅2\tP∅2\tU∅2\t" +
      "Li2\tSJ2\tai2\t∅)2\t∅22\tgs2\ti12\tt:2\t∅=2\tHB2\tÚU2\t .2\t /2\tq∅2\ta12\tüú2\t(12\tsS2\tas2\t" +
      "∅,2\tnm2\to)2\t7/2\tIl2\t∅52\t∅a2\tCc2\tEe2\t∅12\tSs2\t —2\te 2\t∅A2\t- 2\t -2\tDv1\tñ∅1\to 1\t" +
      "sc1\tgq1\tnr1\tm 1\tT∅1\tnp1\téS1\trI1\t.y1\t; 1\t m1\trE1\teR1\tme1\t∅e1\t∅u1\tcn1\tx∅1\tcL1\t" +
      "nD1\tR∅1\tL'1\tg∅1\tum1\t∅J1\tÉ∅1\tÁ∅1\tJY1\t2?1\t∅j1\t3)1\t\"”1\txX1\tdu1\tÁA1\tec1\tE£1\t0%1\t" +
      "ED1\tSO1\teS1\tnu1\tó)1\tCS1\tlr1\te»1\tGf1\tG∅1\ttí1\tmv1\tP 1\tsg1\tSF1\tD.1\t.11\td 1\taj1\t" +
      "0(1\tH41\t1L1\t∅l1\tA¡1\t.»1\to:1\tlL1\tá∅1\tb 1\tEl1\tld1\tIL1\t->1\tók1\tút1\tsa1\tep1\trf1\t" +
      'hb1\ta]1\tr 1\taá1\t$51\tqg1\tti1\t »1\tz 1\t,Í1\ti 1\tbv1\tsB1\ttB1\to”1\t."1\tR¡1\t∅¿1\tt¡1\t' +
      "dá1\tge1\t∅L1\tcC1\tp 1\t091\tG¡1\to01\tvy1\tse1\tS31\ts81\t:31\tRr1\tOo1\tDn1\tNn1\tAa1\t∅|1\t" +
      "J 1\tA(1\tLF1\tPD1\t,A1\t∅—1\tpJ1\t.O1\t:B1\t3=1\t8 1\t9a1\tvE1\t.Y1\t891\t7'1\tco1\te61\t∅“1\t" +
      "V11\tI 1\t∅D1\t.A1\tÑN1\tLS1\tP?1\tO01\to31\tMY1\t,s1\t∅b1\tft1\t∅>1\tDJ1\t7A1\t-<1\tl¡1\trb1\t" +
      "br1\tou1\tsl1\tei1\tfo1\t E1\tRs1\tup1\t∅n1\t∅o1\tel1\t401\t191\tfs1\toe1\trg1\tmu1\t∅i1\ton1\t" +
      "pf1\ttd1\tST1\tao1\tur1\tcr1\t901\t501\t241\te*1\tJI1\t651\t",
    seen:
      " 5170\te3248\ta2671\to1821\tr1666\tn1606\ts1400\ti1390\tl1263\td1230\tt995\tc794\tu752\t.661\t" +
      "m511\tA456\tp443\tE439\t,436\tR331\t-316\tL294\tó287\tO281\tg265\tS265\tb264\tC259\t0243\t1241\t" +
      "N223\tv213\tI208\tT203\th202\t5182\t2181\t9166\tq163\tM161\tz160\t8154\tf149\ty137\tP133\tV131\t" +
      "G130\tí121\tD120\tZ115\t4115\t3111\tH107\tJ107\t798\tU96\t689\té87\tá80\tx76\tj67\tÁ67\tF62\t" +
      ';41\tú40\t:39\tB39\tñ33\tÍ29\tX28\tY21\tÚ21\tQ19\t/11\tÉ11\t(11\t)11\tw11\tÑ8\t"8\tk6\t$6\tÓ4\t' +
      "W4\tK3\tü2\t",
  },
  3: {
    chars: 25680,
    lines: 871,
    lost: 356,
    pairs:
      " ∅45\tes43\teo28\ta∅25\te∅24\tea22\to∅17\t∅ 16\t∅.16\tI115\td∅14\ti∅14\tas14\tn∅14\tr∅13\t,.13\t" +
      "l∅12\t0∅12\t.,12\tae11\tti11\tm∅9\t.∅9\ts∅9\t-∅9\tI∅9\tai9\tt∅9\t1∅8\tl18\tA∅8\tsa8\tse8\t-=8\t" +
      "u∅8\tM∅7\taA7\t8∅7\t,»7\tE∅7\tc∅7\t∅e7\tií7\t097\t/∅7\tp∅6\t,∅6\tnm6\t716\tsB6\tpP6\t656\t2∅6\t" +
      "(/6\t)/6\tg∅5\ta 5\tmn5\tS∅5\to:5\tíi5\t∅s5\tC€5\t∅»5\tt:5\to>5\te+5\t;∅4\tb∅4\tN∅4\tO∅4\to.4\t" +
      "∅=4\tnu4\tVY4\tSJ4\t.-4\tS34\tli4\thb4\tL∅4\t9∅3\t5∅3\tos3\tar3\tco3\trn3\tce3\te 3\tZ∅3\tcn3\t" +
      "∅:3\tsS3\te>3\to»3\tts3\t4∅3\t;33\tGS3\t893\ttc3\tR∅3\tls2\t∅p2\tme2\trt2\tLo2\ts12\tap2\tz∅2\t" +
      "3∅2\ts82\tft2\tna2\ttl2\t;:2\ta82\tB∅2\t;52\tD∅2\trs2\tra2\tó∅2\tma2\tia2\te»2\tf∅2\tDU2\tÁA2\t" +
      "od2\t-12\thi2\t∅m2\t∅a2\t∅n2\tax2\trT2\tit2\tCc2\tno2\te=2\tah2\tei2\ta+2\tG¿2\t7∅2\tL12\t832\t" +
      "üú2\t,:2\te92\ts52\t∅P2\tdá2\til2\t∅+2\tFP2\t1i2\tIT2\t∅o2\tne2\tui2\ti12\tP∅2\tC∅2\te.2\tv∅2\t" +
      "o,2\tSc2\t2:2\to-2\tmr2\t912\t952\tt'2\to 2\t-.2\tIl2\tul1\t∅21\t0|1\tdr1\t t1\tza1\tlU1\trd1\t" +
      "ns1\tl.1\taB1\t «1\th∅1\tc 1\toO1\t3z1\t∅01\t8.1\ttE1\ter1\tge1\to01\tBP1\tAá1\tuv1\tem1\tJj1\t" +
      "sc1\tTP1\tU∅1\tT∅1\tTR1\tAD1\t.E1\tT'1\toy1\tsH1\t∅z1\tro1\ty∅1\t.o1\tun1\tód1\tCp1\tj∅1\to51\t" +
      "n 1\t _1\tES1\tSd1\t6∅1\t-!1\taz1\tqg1\tP|1\tu 1\tnV1\tte1\tac1\t i1\tMn1\ted1\tnh1\te«1\t\"'1\t" +
      '"”1\tQG1\tX∅1\ta«1\t591\t∅u1\txd1\tg 1\tid1\tre1\t8$1\ten1\tn-1\teu1\tLb1\tKE1\teó1\toó1\tOÚ1\t' +
      "L21\ttd1\t∅-1\tq¿1\tRS1\tdú1\tan1\tRN1\tvy1\to?1\tRc1\t4M1\t.»1\t∅91\tH∅1\tée1\tyY1\tNG1\tG61\t" +
      "o31\tf11\tLl1\t411\te61\t4%1\tSl1\tsg1\t∅51\tAÁ1\t2?1\t7/1\tOD1\tOJ1\teé1\te-1\te21\ta21\tdi1\t" +
      "∅l1\ta51\téó1\táé1\t∅S1\trm1\t-E1\tcp1\tsr1\t∅T1\tNr1\tve1\tus1\t∅A1\tFr1\tpe1\tyg1\tlu1\táí1\t" +
      "AP1\tré1\tí∅1\tnz1\t .1\tq 1\tud1\tdc1\t∅t1\tuU1\t.L1\tgz1\tbs1\tó61\tR“1\tmu1\t∅í1\tNS1\t071\t" +
      "HB1\toa1\tR(1\tnp1\tMl1\te*1\tRh1\t∅g1\t∅>1\tD 1\tDI1\tGJ1\tP?1\tOÓ1\tNJ1\tF∅1\tsL1\ttL1\tJ∅1\t" +
      "UI1\t/11\t031\t531\tós1\tt.1\tP'1\t/ 1\t∅31\t∅<1\t-<1\taí1\t431\t/31\t∅—1\ti.1\t->1\tm:1\tpi1\t" +
      "R:1\tE:1\t(∅1\tó>1\taá1\t∅d1\tsp1\tue1\tgd1\t641\t631\t981\t311\t301\t∅'1\to)1\t391\teS1\ta:1\t" +
      "Í∅1\tÁ∅1\tV∅1\tG¡1\tbv1\tqs1\tCO1\tP>1\tPB1\t∅ñ1\tni1\t r1\ttí1\tRA1\tNW1\tL.1\tE¿1\t701\t-o1\t" +
      "2 1\t8a1\t5s1\t-21\t0:1\thn1\tí 1\t7>1\tG31\t061\ttv1\t∅Y1\tV.1\t3:1\tC71\tm01\tt11\te:1\tA¿1\t" +
      "Z“1\tR?1\tÑN1\tZ,1\tI:1\t931\t7 1\t1l1\ta.1\tc:1\tIi1\tEB1\tou1\to/1\ta,1\té∅1\t∅“1\t$∅1\tvB1\t" +
      "iO1\ts.1\tt 1\t",
    seen:
      " 3820\te2339\ta1910\to1307\tr1193\tn1163\ts1002\ti989\tl909\td897\tt724\tc583\tu547\t.492\t" +
      "A404\tm383\tE349\t,329\tp324\tR274\t-237\tO236\tL231\tó212\tS211\tN197\tC197\tb194\t1192\tg192\t" +
      "0171\tv169\tT167\tI160\t5143\tM135\t9133\th132\t2130\t8122\tq117\tf105\tP103\tD103\tZ99\tG98\t" +
      "z97\ty95\tV94\t392\tí90\tH86\t485\tU76\tJ76\t773\t668\té65\tÁ53\tá52\tx51\tF47\tj44\tB31\t;30\t" +
      ':26\tÍ26\tú26\tX24\t/23\tY18\tñ17\tÚ15\tw11\tQ9\t(9\tÉ8\t)8\tk6\tÑ5\t"4\t$4\tW4\tÓ3\tK3\tü2\t',
  },
};
