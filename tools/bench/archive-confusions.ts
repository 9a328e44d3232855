/**
 * What a reader of pictures takes letters for, counted by `archive-count.ts`: 200 pages of `gen_archive.py --seed 101 --formats
 * jpeg,tiff,png` at each level, read by `archive read` with tesseract 5.3.0 and its Spanish data. Lines of which less than half was read
 * are not in the counts but in `lost`.
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
    chars: 311488,
    lines: 6765,
    lost: 103,
    pairs:
      " ∅1043\t1∅521\t.∅418\t0∅292\t-∅280\t2∅269\t:∅251\t3∅248\t4∅241\to∅202\ta∅195\ts∅167\t5∅165\t7∅158\t6∅157\t9∅125\tñ∅124\t8∅118\t" +
      "e∅107\tíi78\tr∅64\tI156\tn∅54\t,∅51\tz∅50\tR∅45\t1442\tA∅42\ti∅41\to>38\tl∅37\t∅ 36\td∅35\t,.34\tu∅34\tE∅31\t -29\tC∅29\tL∅24\t" +
      'e=24\t6823\tM∅23\t"”22\t(/22\tO∅22\tt∅22\t∅.21\t)/20\tI∅19\tP∅19\tm∅19\tÚO19\tG∅18\tS∅18\tc∅18\tá∅18\tH∅17\tU∅17\tt 17\tCc16\t' +
      "J∅15\tOo15\to»15\tÁA15\t∅:15\tAa14\tN∅14\ta:14\to 14\tí∅14\tT∅13\tai13\t∅413\t∅813\tl112\tIi11\tZ∅11\te:11\tg∅11\t∅i11\tF∅10\t" +
      "e-10\tD∅9\tEe9\tSs9\te29\tt:9\t∅-9\tes8\ti 8\tnm8\tó∅8\tüú8\t$87\tp∅7\tsa7\t∅¿7\t,»6\tNn6\tV∅6\te 6\te>6\tec6\tez6\te»6\té∅6\tüi6\t∅=6\t" +
      "∅—6\t655\tUu5\tVv5\th∅5\toO5\tqg5\tq∅5\tsS5\tv∅5\ty∅5\t∅>5\t$54\t-=4\t-a4\t834\tGS4\tLi4\tPp4\tX∅4\ta.4\tb∅4\tda4\te.4\teo4\tf∅4\ti.4\t" +
      "i:4\tj∅4\tmn4\to+4\tái4\t∅14\t 63\t-.3\t-—3\t.+3\t0)3\t033\t7'3\tB∅3\tIl3\tL 3\tMm3\tRr3\tW∅3\ta 3\ta13\tb 3\tce3\tdá3\te+3\tea3\te«3\t" +
      "it3\toa3\toi3\ts:3\tti3\tÑN3\tÚÍ3\tÚÓ3\tÜÚ3\tú∅3\t∅/3\t∅23\t∅63\t∅S3\t∅a3\t∅c3\t∅»3\t 32\t R2\t _2\t s2\t —2\t)∅2\t-o2\t122\t132\t212\t" +
      "412\t542\t562\t632\tCi2\tD 2\tES2\tEZ2\tGC2\tGc2\tGj2\tIc2\tIm2\tLl2\tMo2\tNV2\tRt2\tT 2\tU 2\tY∅2\tZo2\ta22\ta=2\taA2\taE2\tad2\tae2\t" +
      "ao2\tau2\tb»2\tcC2\tco2\tcr2\teE2\teS2\tei2\tft2\tga2\tgs2\th 2\th12\tia2\tis2\tií2\tjg2\tnr2\to02\to:2\ton2\tp 2\trR2\trY2\tre2\tt.2\t" +
      "te2\ttm2\ttn2\tua2\tzs2\tÁ∅2\tÜU2\táa2\téu2\tó52\tóo2\tüu2\t∅!2\t∅)2\t∅02\t∅32\t∅92\t∅E2\t∅_2\t∅b2\t∅n2\t∅o2\t∅Ó2\t ,1\t 01\t 41\t 51\t" +
      ' C1\t D1\t E1\t I1\t O1\t a1\t f1\t l1\t m1\t r1\t"?1\t"P1\t"“1\t"∅1\t(∅1\t,E1\t,R1\t,T1\t,i1\t,s1\t-[1\t.,1\t.01\t.11\t.71\t.>1\t.o1\t' +
      "/ 1\t0 1\t011\t021\t071\t091\t0H1\t0O1\t0R1\t101\t161\t1:1\t1A1\t2 1\t2'1\t2.1\t231\t261\t2O1\t2P1\t5$1\t591\t5b1\t5£1\t671\t6H1\t6g1\t" +
      "7 1\t7/1\t781\t8s1\t921\t941\t9s1\t:s1\t;∅1\tA 1\tA“1\tBM1\tBP1\tBb1\tCQ1\tCn1\tCé1\tD)1\tDI1\tDL1\tDP1\tDR1\tDa1\tDp1\tDr1\tE,1\tE:1\t" +
      "EF1\tEG1\tEN1\tE[1\tG)1\tG31\tG51\tGi1\tGs1\tG“1\tHB1\tHh1\tI 1\tIE1\tIO1\tIT1\tIY1\tI|1\tKX1\tL.1\tL11\tL51\tL:1\tLI1\tL_1\tLk1\tLu1\t" +
      'Lz1\tL¿1\tMH1\tMI1\tMN1\tM“1\tNS1\tNl1\tO 1\tO)1\tOE1\tOQ1\tOS1\tOY1\tP 1\tP"1\tP:1\tQ∅1\tR 1\tRI1\tRK1\tS,1\tS31\tS51\tSY1\tSe1\tTI1\t' +
      "TP1\tTS1\tTÍ1\tUc1\tVJ1\tVW1\tWY1\tX“1\tZ%1\tZ.1\tZ21\tZA1\tZz1\ta,1\ta>1\taC1\taD1\taG1\taM1\tah1\tan1\tas1\taw1\ta¡1\tb:1\tbA1\tbh1\t" +
      "bt1\tbv1\tc-1\tcA1\tcI1\tct1\td-1\tdE1\tdL1\tdO1\tdi1\tdl1\te*1\teG1\teM1\teP1\teb1\tej1\tep1\ter1\tfS1\tfT1\tf£1\tge1\tgq1\tgr1\tgt1\t" +
      "gy1\tgz1\th21\thi1\thr1\tiB1\tiD1\tiH1\tiI1\tio1\ti¡1\tj 1\tj¡1\tk∅1\tl 1\tl.1\tl:1\tlA1\tlE1\tlL1\tlM1\tlN1\tlS1\tld1\tli1\tlj1\tlk1\t" +
      "lr1\tm:1\tmi1\tmo1\tmr1\tmx1\tn$1\tn.1\tn:1\tnF1\tnS1\tnh1\tnl1\tnt1\to!1\to)1\to.1\toA1\toE1\toS1\tob1\toe1\tol1\tom1\tos1\toz1\to«1\t" +
      "o¿1\toá1\toí1\toó1\to—1\tp;1\tpM1\tpP1\tpd1\tp»1\tqy1\tq«1\tr 1\trB1\trE1\trS1\trT1\trd1\trf1\trs1\trz1\trñ1\ts 1\ts)1\ts.1\ts41\tsB1\t" +
      "sI1\tsO1\tsT1\tse1\tsk1\tsl1\tsm1\tsn1\tsp1\tsv1\tsz1\tt'1\tt-1\ttV1\ttp1\ttr1\tts1\ttu1\ttz1\ttí1\tuC1\tuI1\tuN1\tun1\tup1\tus1\tuy1\t" +
      "vS1\tvo1\tvt1\tx 1\txX1\tx∅1\tyn1\tz,1\tzA1\tzZ1\tza1\tÁá1\tÉE1\tÍT1\tÍ∅1\tÓ∅1\tÚU1\táb1\téá1\tí 1\tíc1\tíá1\tó 1\tó!1\tó+1\tó61\tó>1\t" +
      "óa1\tó»1\tóí1\tü:1\t∅+1\t∅,1\t∅51\t∅71\t∅?1\t∅A1\t∅C1\t∅D1\t∅I1\t∅J1\t∅M1\t∅O1\t∅P1\t∅W1\t∅X1\t∅Y1\t∅d1\t∅f1\t∅g1\t∅r1\t∅s1\t∅v1\t∅w1\t" +
      "∅z1\t∅£1\t∅«1\t∅É1\t∅Ñ1\t∅Ú1\t∅í1\t∅ó1\t∅”1\t",
    seen:
      " 46013\te27427\ta23131\to16286\tn14171\tr13562\ti12275\ts11360\tl10738\td10316\tt8157\tc7351\tu6781\t.6017\tE4943\tm4676\t" +
      "A4626\tp3978\tR3716\t,3438\tC2818\tL2722\tg2671\tS2441\t-2424\t12424\tO2381\tb2359\tN2326\tM2314\tó2209\tI2156\tz1939\t01860\t" +
      "21832\tv1743\tT1689\tZ1602\th1599\tD1563\tP1544\t91481\tG1407\tf1370\tq1333\t31316\t51290\tU1279\t41233\tH1166\t71145\ty1140\t" +
      "81113\tJ1108\tí1032\t6997\tV889\té841\t:837\tj705\tá695\tF690\tx583\tB575\tñ412\tÍ377\tÁ332\t;296\tú278\tÉ230\tY229\tÓ191\tX182\t" +
      'Q157\t(145\t)145\t/118\t"98\t$97\tW94\tÚ72\tÑ51\tw47\tk36\tK28\t?24\t¿24\tü17\tÜ5\t',
  },
  2: {
    chars: 299755,
    lines: 6765,
    lost: 394,
    pairs:
      " ∅914\t.∅417\t1∅401\t0∅264\to∅260\ta∅250\t:∅213\t-∅212\te∅209\t2∅193\t4∅186\t3∅178\ts∅171\to>134\t6∅118\t5∅115\t7∅112\tl∅112\t" +
      "S∅111\ti∅108\t9∅102\to 101\tr∅100\tn∅98\t∅ 98\tíi97\t8∅95\tE∅92\teo87\t1480\te=78\tt∅78\tñ∅78\tI173\tc∅72\td∅70\tt 69\tl164\t" +
      " -60\tJ∅57\tu∅57\tes56\tt:54\t,∅51\te-51\t,.49\tA∅48\te+47\ta:46\t6845\tÚ∅45\to»44\tR∅43\tC∅42\ti 42\ti:40\tli37\t∅:37\tií36\t" +
      "e 35\tm∅34\tO∅33\tP∅33\tai33\te:33\tea33\tL∅32\tz∅32\ti.30\t∅.30\ta 29\t∅-29\tD∅28\t6527\táa27\tM∅26\tN∅26\te»26\tmn26\tó∅26\t" +
      'G∅25\t"”24\to.24\tóo24\ta.23\t(/22\tAa22\tIi22\tOo22\tp∅22\tCc21\te>21\tg∅21\tZ∅20\t)/19\t.,19\t —18\tI∅18\ta218\tT∅17\tV∅17\t' +
      "ae17\to:17\tÁA17\tS316\tb∅16\th∅16\tnm16\tti16\té∅16\t∅i16\tFP15\tF∅15\ta115\tec15\te«15\tsa15\t-=14\tU∅14\tas14\tau14\tn:14\t" +
      "í∅14\t∅414\t∅»14\tGS13\to013\tse13\tt.13\t$812\t4112\tcC12\te212\tl.12\ts:12\t∅812\t,»11\tG311\til11\toe11\tpP11\tv∅11\tée11\t" +
      "∅s11\t-—10\tH∅10\tRr10\tSs10\tm 10\tn 10\tnr10\t$59\t569\t639\tco9\te*9\te.9\tft9\tmr9\tá∅9\t∅,9\t∅19\t∅>9\t838\tEe8\ta+8\tao8\tda8\t" +
      "ga8\tia8\to-8\toa8\tq∅8\tsS8\tó58\t∅«8\t∅—8\t- 7\tDJ7\tOI7\tP?7\tdi7\tdu7\thn7\ti17\tl:7\to)7\to,7\tr 7\tüú7\t∅+7\t∅r7\t0)6\t0:6\t7/6\t" +
      ";∅6\tB∅6\tGj6\tL16\tNn6\tO)6\tS56\tZ26\tce6\td:6\tdá6\tf∅6\tgq6\ti¡6\tj∅6\tnh6\tos6\toó6\tr:6\ts 6\tt'6\t∅'6\t∅*6\t∅o6\t∅¿6\t .5\t$35\t" +
      "-.5\t.+5\t2.5\t355\tCG5\tC“5\tEB5\tHB5\tL 5\tL.5\tLl5\tP>5\tP”5\tUu5\tX∅5\ta,5\taA5\tbv5\tc 5\tc-5\tcr5\teu5\tgz5\thb5\tie5\tl¿5\tm:5\t" +
      "ms5\tmu5\toi5\ts55\ts85\tt-5\ttr5\tuU5\tz25\tÑN5\téó5\tóÓ5\tú∅5\tüi5\t∅35\t∅m5\t _4\t)∅4\t-a4\t014\t1:4\t7'4\tDO4\tG54\tI44\tIl4\tN¡4\t" +
      "O>4\tPp4\tVv4\tY∅4\ta-4\ta44\tb 4\tb:4\tb»4\tcv4\tdc4\tev4\tez4\tgr4\tgs4\thi4\tld4\tl¡4\tn.4\to+4\to34\toc4\tpn4\tqg4\tri4\ts.4\txr4\t" +
      'y∅4\tÁ∅4\tÜÚ4\tó 4\t∅)4\t∅54\t∅=4\t∅í4\t"“3\t"∅3\t(∅3\t,+3\t0 3\t0.3\t023\t033\t1A3\t213\t2:3\t3:3\t7 3\t713\t9 3\t9%3\t: 3\tCi3\tD>3\t' +
      "E:3\tGc3\tHh3\tL,3\tLa3\tMl3\tMm3\tM“3\tOQ3\tP\"3\tS:3\tax3\ta«3\ta»3\tbi3\tbo3\tc”3\td13\tdn3\tdr3\tdt3\td¿3\te<3\tei3\tgc3\ti'3\tiI3\t" +
      "it3\tiz3\tj 3\tl 3\tl23\tlL3\tlr3\tnñ3\tor3\trE3\trT3\trt3\tsg3\tsl3\tsn3\tsy3\ttc3\tvV3\tx∅3\tyv3\tzZ3\tÉE3\tÚU3\tá43\tñn3\tó>3\tóí3\t" +
      'ú:3\túu3\t∅(3\t∅23\t∅63\t∅_3\t∅a3\t∅e3\t∅v3\t∅z3\t∅¡3\t∅“3\t "2\t /2\t 32\t 42\t D2\t R2\t S2\t f2\t"*2\t$22\t,;2\t-e2\t-o2\t.Y2\t.o2\t' +
      ".r2\t052\t1*2\t132\t1¿2\t2'2\t2?2\t3 2\t3?2\t4 2\t4%2\t432\t4=2\t5%2\t502\t592\t7;2\t822\t852\t8B2\t952\t9Y2\tA 2\tBR2\tD 2\tD)2\tDL2\t" +
      "Dp2\tEF2\tEN2\tG.2\tG:2\tG;2\tG¿2\tGú2\tIJ2\tIc2\tLC2\tLi2\tLt2\tLu2\tL¡2\tMH2\tN:2\tNI2\tNY2\tNl2\tN“2\tO 2\tOJ2\tOÓ2\tR 2\tR+2\tR:2\t" +
      "RA2\tSJ2\tSj2\tT 2\tTI2\tTP2\tZ:2\tZz2\ta=2\tal2\tan2\taw2\taá2\tbn2\tca2\tcd2\tc“2\tdl2\tdo2\tds2\td¡2\tdú2\te02\te32\teC2\teE2\ten2\t" +
      "e¿2\teé2\tf*2\tfF2\tgd2\tge2\thm2\tim2\tio2\tiu2\tjJ2\tl!2\tlA2\tlT2\tls2\tlt2\tmM2\tmi2\tn+2\tn12\tnD2\tnd2\tnu2\tny2\to12\to92\toE2\t" +
      "oO2\tou2\tow2\tp 2\tpe2\tpr2\tpy2\tp¡2\tq 2\tr12\trH2\trY2\trc2\tre2\trp2\tsc2\tsm2\tso2\tsv2\ts“2\tte2\tto2\ttu2\ttv2\tu.2\tue2\tuo2\t" +
      "uy2\tv 2\tvy2\txX2\tys2\tÍ∅2\tÓ∅2\tÚO2\tí12\tíÍ2\tó:2\t∅!2\t∅%2\t∅/2\t∅72\t∅?2\t∅A2\t∅P2\t∅V2\t∅d2\t∅n2\t∅t2\t∅á2\t !1\t ,1\t 01\t 51\t" +
      ' 81\t :1\t ;1\t M1\t W1\t b1\t c1\t l1\t m1\t r1\t s1\t u1\t z1\t «1\t ¿1\t í1\t ñ1\t"a1\t$∅1\t(s1\t(”1\t)E1\t)r1\t,81\t,E1\t,a1\t,r1\t' +
      ",y1\t-*1\t-,1\t-21\t-41\t-O1\t-t1\t-y1\t-”1\t. 1\t.-1\t.51\t.L1\t.M1\t.X1\t.a1\t.e1\t.l1\t.y1\t.»1\t.é1\t/:1\t/U1\t/∅1\t0\"1\t0%1\t0'1\t" +
      "0+1\t071\t091\t0B1\t0J1\t0M1\t0O1\t0e1\t0r1\t0”1\t1 1\t101\t121\t171\t1G1\t1H1\t1l1\t1o1\t1t1\t1¡1\t1—1\t2 1\t241\t261\t2>1\t2A1\t2O1\t" +
      '2T1\t2s1\t2¿1\t3"1\t3)1\t301\t311\t3L1\t3a1\t401\t471\t4A1\t4D1\t4N1\t4O1\t4¿1\t5$1\t521\t531\t571\t581\t5G1\t5O1\t5S1\t5p1\t5r1\t6 1\t' +
      '6$1\t6*1\t6+1\t6.1\t601\t641\t671\t691\t6:1\t6A1\t6I1\t6£1\t7"1\t721\t791\t7:1\t7A1\t7q1\t801\t841\t8E1\t9$1\t9-1\t901\t931\t941\t981\t' +
      "9:1\t9V1\t9e1\t9s1\t:;1\t:o1\t;31\t;51\tA.1\tAC1\tAY1\tAi1\tAo1\tAy1\tAá1\tA“1\tBP1\tBb1\tBk1\tC'1\tC*1\tC.1\tCQ1\tCS1\tCm1\tCn1\tCÁ1\t" +
      "CÚ1\tC€1\tD%1\tD'1\tD11\tD61\tDC1\tDI1\tDR1\tDm1\tD«1\tD»1\tE)1\tE51\tEG1\tEL1\tES1\tEv1\tEy1\tE£1\tE¿1\tEÉ1\tF 1\tF+1\tF31\tFB1\tFH1\t" +
      "FR1\tG 1\tG+1\tGO1\tGQ1\tGo1\tGs1\tGv1\tGÁ1\tH:1\tHA1\tHE1\tHe1\tI01\tI:1\tIA1\tIL1\tIS1\tIT1\tIm1\tIo1\tJ 1\tJI1\tKX1\tK∅1\tL'1\tL:1\t" +
      "LA1\tLD1\tLJ1\tLT1\tLj1\tLv1\tL¿1\tL“1\tM*1\tMY1\tMc1\tMe1\tMo1\tMv1\tN 1\tN'1\tN.1\tN11\tN31\tNB1\tNJ1\tNM1\tNS1\tNi1\tNs1\tNy1\tN¿1\t" +
      "O(1\tO*1\tO01\tOA1\tOS1\tOi1\tOp1\tP'1\tP71\tP81\tPA1\tPF1\tPO1\tPb1\tPc1\tPr1\tPu1\tPw1\tP“1\tQ∅1\tR'1\tR-1\tR21\tRE1\tRF1\tRK1\tRS1\t" +
      "RX1\tRs1\tR«1\tR¿1\tS 1\tS$1\tS81\tS;1\tSB1\tSY1\tSl1\tSv1\tS¡1\tS“1\tTi1\tTm1\tTÍ1\tU 1\tUc1\tU¿1\tV 1\tV/1\tV21\tVI1\tV“1\tWE1\tWN1\t" +
      "WY1\tWf1\tWh1\tW∅1\tX.1\tY 1\tY;1\tYv1\tY“1\tZ 1\tZ-1\tZ81\tZA1\tZ”1\ta'1\ta01\ta31\ta81\ta>1\taE1\taR1\taW1\ta]1\tac1\tad1\tag1\taj1\t" +
      "am1\tar1\tat1\taz1\ta¡1\ta“1\ta”1\tb31\tbI1\tba1\tbd1\tbp1\tbr1\tbt1\tc21\tc:1\tcA1\tcG1\tcI1\tcf1\tch1\tcl1\tcs1\tct1\tcx1\tc—1\tc€1\t" +
      'd 1\td!1\td>1\tdA1\tdE1\tdO1\tde1\tdv1\tdx1\td«1\te"1\te11\te91\teF1\teI1\teL1\teM1\teS1\teT1\te[1\tel1\tep1\ter1\tex1\te£1\te“1\tf:1\t' +
      "fi1\tfl1\tfr1\tfs1\tf¡1\tfí1\tg+1\tg81\tgB1\tgY1\tgi1\tgn1\tgo1\tgu1\tgv1\tg£1\th 1\th.1\th21\th:1\tha1\tho1\ths1\tht1\thu1\th¡1\th»1\t" +
      "hí1\ti)1\ti,1\ti41\ti61\ti>1\tiB1\tiL1\tiT1\tiY1\ti_1\tif1\tih1\tij1\tin1\tip1\tir1\tis1\tiy1\ti“1\ti€1\tj'1\tj)1\tj.1\tj:1\tj]1\tji1\t" +
      'k<1\tk«1\tl+1\tl,1\tl91\tl;1\tlN1\tlS1\tl]1\tle1\tlo1\tlz1\tl«1\tm"1\tm-1\tm.1\tm01\tm61\tmx1\tmz1\tm¿1\tn*1\tn-1\tn01\tn21\tnA1\tnE1\t' +
      "nF1\tnN1\tnO1\tnP1\tnR1\tna1\tnc1\tng1\tni1\tnj1\tnl1\tnp1\tnt1\tn—1\tn”1\to$1\to'1\to;1\toB1\toC1\toH1\toJ1\toP1\tob1\tof1\toj1\tom1\t" +
      "on1\top1\toq1\tot1\tox1\toy1\to¿1\toí1\tp11\tp21\tpd1\tpi1\tpv1\tqM1\tqa1\tqy1\tq¡1\tq«1\tq¿1\tr21\tr41\tr71\tr=1\trC1\trF1\trI1\trL1\t" +
      "rR1\trS1\trX1\trf1\trg1\trn1\trs1\tru1\trv1\tr«1\trá1\trñ1\tr“1\ts+1\ts,1\ts-1\ts<1\tsB1\tsE1\tsN1\tsO1\tsb1\tsh1\tsi1\tsj1\tsu1\ts£1\t" +
      'sé1\ts”1\tt"1\tt*1\tt+1\tt11\tt21\tt;1\tt>1\ttE1\ttG1\ttV1\ttb1\ttf1\ttm1\ttn1\ttw1\ttz1\tt¿1\ttí1\tu 1\tu:1\tuD1\tui1\tun1\tur1\tus1\t' +
      "ut1\tuv1\tu¡1\tuú1\tv.1\tvS1\tvn1\tx 1\tx:1\txc1\txÉ1\ty 1\ty'1\ty+1\ty.1\ty/1\ty:1\ty;1\tyn1\tyr1\ty”1\tz 1\tz.1\tz71\tzO1\tza1\tzi1\t" +
      "zn1\tzo1\tzr1\tzs1\tzt1\tzv1\tzy1\tÁ¡1\tÁá1\tÍV1\tÍ¡1\tÜU1\tái1\táo1\táé1\té61\téS1\téu1\té€1\tí 1\tí:1\tíe1\tíl1\tí«1\tíá1\tó+1\tó/1\t" +
      'ó11\tó61\tó;1\tóa1\tóc1\tóe1\tój1\tón1\tós1\tóz1\tó«1\tó»1\tú.1\túU1\túa1\túi1\túo1\tüd1\tüj1\tül1\t∅"1\t∅01\t∅;1\t∅B1\t∅C1\t∅G1\t∅I1\t' +
      "∅J1\t∅M1\t∅R1\t∅S1\t∅Y1\t∅Z1\t∅]1\t∅c1\t∅f1\t∅g1\t∅j1\t∅l1\t∅w1\t∅x1\t∅|1\t∅É1\t∅ó1\t∅ú1\t∅”1\t∅€1\t",
    seen:
      " 44381\te26352\ta22199\to15665\tn13589\tr12918\ti11774\ts10902\tl10326\td9914\tt7839\tc7114\tu6488\t.5779\tE4871\tA4547\t" +
      "m4532\tp3821\tR3655\t,3291\tC2731\tL2657\tg2522\tS2381\t12343\tO2338\t-2322\tN2302\tb2273\tM2232\tI2102\tó2096\t01807\tz1778\t" +
      "21777\tv1669\tT1648\tZ1584\th1538\tD1516\tP1492\t91441\tG1360\tf1307\tq1283\t31272\tU1251\t51244\t41176\t71103\ty1096\tH1094\t" +
      "J1066\t81065\t6952\tí931\tV858\t:810\té806\tF669\tj649\tá618\tx560\tB558\tÍ372\tñ370\tÁ325\t;289\tú268\tÉ227\tY201\tÓ189\tX171\t" +
      'Q155\t(141\t)141\t/104\t"96\t$95\tW91\tÚ71\tÑ50\tw39\tk30\tK28\t?24\t¿24\tü15\tÜ5\t',
  },
  3: {
    chars: 280697,
    lines: 6765,
    lost: 785,
    pairs:
      " ∅987\t.∅646\t1∅384\te∅366\ta∅352\to∅351\tes268\teo260\t-∅247\ts∅209\t0∅202\t4∅194\ti∅192\tií182\tl∅181\t:∅177\tn∅177\tr∅172\t" +
      "2∅166\tíi162\t3∅158\tea153\tt∅149\tS∅142\t5∅136\to>133\tl1125\t6∅124\tE∅123\td∅122\t,.111\t.,108\t∅ 107\t9∅105\t7∅104\tu∅104\t" +
      "c∅103\t,∅100\tR∅93\tse91\tA∅90\t1488\tli87\t∅.86\tae85\te=83\to 83\tco81\tI179\tt:78\t8∅77\t6874\tJ∅73\ti 67\tmn67\tt 67\t∅:67\t" +
      "e:65\tm∅65\tC∅64\tti61\tL∅60\tai60\te+60\tO∅58\tas57\tM∅54\tos52\tñ∅52\tp∅51\tz∅51\te 50\tó∅50\tFP49\tI∅49\te»49\tP∅48\tG∅47\t" +
      "s847\tpP46\tZ∅45\tÚ∅44\t -43\tN∅43\ta:42\ti:42\t,»41\t6541\tsa41\toó40\t5639\tb∅39\to»39\t∅-39\tD∅38\tGS38\te-38\tT∅36\tU∅36\t" +
      "a236\tg∅36\te235\tcC34\tóo34\to033\tS332\te>31\th∅31\tnm31\to.31\tH∅30\tsS30\táa30\ta 29\ti.29\t∅s29\tSs28\ta.28\tao28\tsn28\t" +
      'y∅28\t,s27\taA26\til26\tl.26\tÁA26\tCc25\tOo25\teé25\thn25\ti125\to:25\tq∅25\ttr25\tí∅25\toa24\tEe22\tit22\t"”21\t(/21\tIi21\t' +
      "a421\tau21\te«21\tt.21\tAa20\ta120\tan20\taá20\tbv20\tec20\tv∅20\t∅í20\tL119\tVv19\tf∅19\tG318\tnr18\to)18\toe18\trt18\tó518\t" +
      "F∅17\tcr17\tdá17\tms17\toi17\tr 17\t)/16\tce16\te.16\tÉE16\t∅416\t0915\tV∅15\tj∅15\tm 15\tna15\tx∅15\tÍI15\tée15\t∅815\t∅r15\t" +
      "6314\tHB14\tbo14\te*14\te014\tl:14\trT14\tá∅14\té∅14\tó614\t∅,14\t∅a14\ta+13\tnu13\tso13\txr13\tyY13\t∅613\t∅i13\t-=12\tDJ12\t" +
      "ES12\tc 12\tda12\tdi12\teu12\thb12\tia12\tjJ12\tns12\tsg12\tts12\t∅312\t∅=12\t∅»12\t- 11\t.»11\t7111\t8211\tS511\tcs11\tev11\t" +
      "ez11\tno11\to-11\to511\toO11\tÍ∅11\t∅e11\t∅—11\t$810\tDO10\tZ210\tar10\tei10\tgs10\tmu10\tmz10\tn 10\tov10\ts 10\ttm10\ttz10\t" +
      "∅510\t∅o10\t∅¿10\t.+9\t279\t419\t;∅9\tC€9\tIl9\tNn9\tO 9\tdc9\teO9\ten9\ter9\tft9\tgq9\tlt9\tou9\tqg9\ts59\tt'9\tui9\tvV9\tza9\tós9\t" +
      "∅'9\t∅+9\t∅09\t∅29\t .8\t o8\t\"∅8\t)∅8\t.-8\t.:8\t/∅8\t0)8\t2 8\tCO8\tEB8\tGs8\tL.8\tP?8\tRr8\tUu8\ta«8\ta¿8\tc“8\tld8\tl¿8\tmr8\tnc8\t" +
      "o38\tod8\toy8\tr:8\tri8\tsx8\ttc8\tuU8\tua8\tvy8\tyv8\tzs8\téó8\t∅A8\t∅S8\t∅“8\t$57\t(∅7\t037\t7 7\t8B7\t:;7\tD 7\tL 7\tRS7\tc07\tdt7\t" +
      'gr7\tl 7\tme7\tmi7\to97\trc7\trn7\ts37\ts:7\tsr7\tue7\tun7\tz27\tíl7\túu7\t∅17\t∅u7\t"“6\t.o6\t0%6\t016\t076\t236\t5$6\t7?6\t906\t936\t' +
      "CG6\tGC6\tIÍ6\tLi6\tLl6\tNJ6\tO06\tOJ6\tR 6\ta36\ta»6\tbs6\tca6\tds6\tga6\tio6\tir6\tlL6\tlj6\tnD6\tnN6\to,6\tor6\tpv6\tq¿6\tre6\tuv6\t" +
      "xz6\tzZ6\tÁ∅6\tÓ∅6\té66\tüú6\t∅J6\t∅c6\t∅l6\t∅n6\t∅t6\t i5\t —5\t,+5\t-.5\t-a5\t0 5\t055\t1 5\t125\t315\t325\t585\t985\tE 5\tGJ5\tHE5\t" +
      "IL5\tNY5\tO>5\tPF5\tPp5\tTI5\tVY5\tX∅5\ta,5\ta-5\ta05\ta=5\tbd5\tbp5\tbr5\tcg5\td45\tdl5\tdy5\te%5\te55\te95\te<5\teE5\teP5\teó5\tgx5\t" +
      "gz5\th:5\tim5\tis5\tiu5\tlo5\tls5\tma5\tn15\tni5\tnp5\to25\toz5\tpn5\trp5\trv5\tsu5\ts«5\ts“5\tt+5\ttl5\ttn5\txX5\tÑN5\tÚU5\tíI5\tó05\t" +
      "∅(5\t∅)5\t∅>5\t∅v5\t '4\t E4\t n4\t$34\t,y4\t-o4\t.;4\t134\t1:4\t2.4\t3)4\t594\t6$4\t804\t924\tAÁ4\tC 4\tCv4\tER4\tE£4\tG54\tIo4\tIu4\t" +
      "J34\tL,4\tLc4\tO)4\tOD4\tOI4\tP>4\tPS4\tR*4\tRk4\tR“4\tWN4\tW∅4\ta84\tac4\tam4\tb>4\tbt4\tcp4\td 4\tdn4\tdu4\te'4\te14\te34\te84\tet4\t" +
      "e“4\tg84\tgc4\tge4\tgu4\tha4\thi4\tiI4\tie4\tin4\ti¿4\tj 4\tl!4\tlM4\tl¡4\tmo4\tmx4\tnh4\to14\to;4\ton4\tpr4\tpy4\tqQ4\tqj4\tqy4\tra4\t" +
      'rz4\ts$4\ts.4\tsc4\tsi4\tsm4\ts»4\tt-4\tu.4\tz 4\tÉ∅4\táe4\téá4\tñn4\tó.4\tóé4\tóí4\tú∅4\tüi4\t∅!4\t∅"4\t∅Y4\t∅p4\t∅«4\t ,3\t 23\t P3\t' +
      " l3\t “3\t$93\t$∅3\t.a3\t063\t0:3\t2:3\t2?3\t2¿3\t3 3\t383\t4%3\t433\t4A3\t5S3\t623\t693\t7/3\t853\t863\t:03\t;53\t;:3\tBs3\tB∅3\tDS3\t" +
      'DV3\tE=3\tGd3\tG¿3\tHM3\tHi3\tHt3\tIT3\tJI3\tJY3\tLm3\tMH3\tMN3\tMl3\tMu3\tN.3\tN:3\tNI3\tNR3\tNS3\tNU3\tO:3\tOQ3\tP 3\tP"3\tQ∅3\tR23\t' +
      "RA3\tRE3\tRI3\tRa3\tRs3\tTt3\tYv3\tY∅3\tZS3\taE3\tay3\taz3\ta¡3\ta“3\ta€3\tb 3\tb.3\tb:3\tbD3\tbh3\tbn3\tb»3\tc:3\tcd3\tcm3\te63\te£3\t" +
      "e¿3\tg 3\tgE3\tgv3\tgy3\th.3\ti'3\ti43\tiA3\tic3\tid3\tlJ3\tlf3\tlh3\tn:3\tnB3\tnñ3\to?3\toE3\toc3\toá3\toí3\tp 3\tpa3\tr13\trE3\trF3\t" +
      "rb3\trs3\tru3\trx3\ts03\ts13\ts23\ts93\tsd3\tsp3\tt<3\ttd3\ttu3\ttw3\tt¡3\tt¿3\ttí3\tuo3\tut3\tuú3\tvw3\txc3\tzi3\tzr3\tÚO3\tÚÓ3\tÜU3\t" +
      'ái3\tí13\tín3\tíú3\tó)3\tó:3\tó>3\tóÓ3\túi3\t∅;3\t∅?3\t∅L3\t∅P3\t∅b3\t∅d3\t∅y3\t∅¡3\t "2\t 32\t 42\t A2\t D2\t I2\t R2\t a2\t e2\t r2\t' +
      " t2\t v2\t ó2\t$:2\t,)2\t,:2\t,a2\t-,2\t-22\t-42\t->2\t-s2\t. 2\t.02\t.=2\t.L2\t0,2\t1l2\t212\t282\t292\t2T2\t2s2\t302\t352\t4 2\t4.2\t" +
      "402\t422\t5 2\t5%2\t532\t572\t5s2\t6%2\t6.2\t602\t6u2\t7'2\t7.2\t732\t7:2\t7M2\t7T2\t7e2\t832\t892\t9%2\t952\t: 2\t:.2\t:12\t:32\t:i2\t" +
      ";¿2\tA42\tA52\tAR2\tAh2\tAá2\tBb2\tD'2\tD)2\tD22\tDG2\tE32\tE:2\tEA2\tEZ2\tEg2\tEr2\tEz2\tEÉ2\tF 2\tFE2\tFY2\tFr2\tGQ2\tG¡2\tG“2\tH42\t" +
      "Ie2\tIm2\tJj2\tJr2\tLI2\tLR2\tLZ2\tLb2\tLn2\tLs2\tLt2\tL¡2\tL¿2\tMV2\tMW2\tMe2\tN!2\tNM2\tNa2\tN¡2\tO.2\tOA2\tOE2\tOU2\tP'2\tP+2\tP-2\t" +
      'P:2\tPR2\tPV2\tPe2\tR:2\tR=2\tRH2\tRT2\tRX2\tR¡2\tS-2\tSJ2\tSY2\tSd2\tSl2\tSy2\tS¡2\tS¿2\tT"2\tT72\tTM2\tTf2\tTp2\tUV2\tUa2\tV:2\tW42\t' +
      "WM2\tWR2\tWY2\tXx2\tYT2\tZ 2\tZ?2\ta;2\taB2\taO2\tag2\tat2\taÑ2\tbl2\tbz2\tcG2\tcI2\tcJ2\tcS2\tct2\tcv2\tcó2\tc€2\td.2\tdJ2\tde2\tdo2\t" +
      'dr2\td«2\tdú2\te"2\te42\teB2\teC2\teD2\teM2\teS2\ted2\tef2\teg2\teh2\tem2\tey2\teá2\teí2\te€2\tfF2\tfl2\tf¡2\tfí2\tgj2\tgm2\tgn2\th12\t' +
      "ho2\thr2\ths2\tht2\ti*2\ti-2\ti22\ti¡2\tiá2\tjy2\tj¡2\tkx2\tl)2\tlB2\tlD2\tlT2\tlY2\tl]2\tlb2\tlr2\tm-2\tm22\tm:2\tml2\tn-2\tn.2\tn02\t" +
      "n;2\tnA2\tnb2\tne2\tnf2\tnl2\tnv2\tny2\tnz2\to+2\toC2\toP2\tob2\tol2\tom2\top2\to«2\to¿2\tpd2\tps2\tq 2\tq.2\tqn2\tqu2\tq¡2\tr-2\tr.2\t" +
      "r52\tr>2\trP2\trS2\trl2\trm2\tro2\ts+2\ts-2\ts62\tsB2\tsR2\tsf2\tsv2\tsy2\ts£2\ts€2\tt12\tt52\ttJ2\tta2\tte2\ttp2\tt“2\tu62\tuM2\tvr2\t" +
      "vs2\tx-2\tx:2\txs2\tx«2\ty/2\tyr2\tz.2\tz:2\tzg2\tzm2\tÍ 2\tÜÚ2\tán2\té-2\tég2\tés2\tío2\tír2\tíz2\tó 2\tó32\tó?2\tód2\tóe2\tót2\tóú2\t" +
      "∅92\t∅G2\t∅M2\t∅N2\t∅O2\t∅U2\t∅g2\t∅É2\t∅á2\t∅ú2\t∅€2\t /1\t 11\t 61\t 71\t :1\t >1\t C1\t G1\t J1\t K1\t O1\t S1\t V1\t Z1\t _1\t c1\t" +
      ' f1\t j1\t p1\t s1\t w1\t z1\t «1\t Á1\t é1\t" 1\t"C1\t"M1\t"P1\t$21\t$£1\t$¿1\t(11\t(t1\t(—1\t) 1\t).1\t)Ñ1\t)“1\t, 1\t,!1\t,/1\t,21\t' +
      ",41\t,81\t,;1\t,>1\t,?1\t,E1\t,K1\t,e1\t,i1\t,o1\t,t1\t,v1\t,|1\t,¡1\t,é1\t-+1\t-/1\t-51\t-71\t-91\t-;1\t-L1\t-O1\t-T1\t-d1\t-l1\t-m1\t" +
      "-r1\t.11\t.51\t.A1\t.M1\t.O1\t.i1\t.r1\t.s1\t.z1\t.«1\t.—1\t.“1\t.”1\t/ 1\t/-1\t/.1\t/61\t0/1\t021\t041\t0>1\t0D1\t0n1\t0v1\t101\t151\t" +
      "161\t1A1\t1E1\t1F1\t1H1\t1I1\t1L1\t1i1\t1r1\t1s1\t1t1\t1¡1\t2$1\t2%1\t2+1\t2/1\t201\t251\t2P1\t2R1\t2o1\t2£1\t3$1\t3%1\t3+1\t3.1\t371\t" +
      '3:1\t3>1\t3A1\t3F1\t3J1\t3a1\t3d1\t3g1\t3h1\t451\t461\t491\t4D1\t4c1\t4d1\t4h1\t4¡1\t4¿1\t4í1\t5"1\t5.1\t501\t511\t541\t5L1\t5M1\t5O1\t' +
      '5h1\t5i1\t5l1\t5“1\t6*1\t641\t671\t6>1\t6C1\t6E1\t6G1\t6I1\t6S1\t6e1\t6£1\t7"1\t7)1\t701\t741\t791\t7Y1\t7¡1\t7“1\t8 1\t8%1\t811\t841\t' +
      "8M1\t8R1\t8a1\t8d1\t8e1\t8£1\t8ñ1\t9 1\t9)1\t9+1\t971\t9:1\t9E1\t9O1\t9Q1\t9Y1\t9a1\t9c1\t9d1\t:-1\t:81\t:M1\t:V1\t:c1\t:r1\t:s1\t;31\t" +
      ';41\t;71\t;A1\t;j1\t;u1\t;z1\tA 1\tA01\tAB1\tAF1\tAI1\tAM1\tAN1\tAY1\tAd1\tAi1\tAn1\tAs1\tA¿1\tAÉ1\tB"1\tB$1\tBD1\tBP1\tBR1\tBS1\tBm1\t' +
      'C"1\tC.1\tC/1\tC51\tCE1\tCP1\tCV1\tCZ1\tCa1\tCm1\tCn1\tCo1\tCt1\tC£1\tC¿1\tC“1\tDA1\tDC1\tDI1\tDP1\tDU1\tDY1\tDa1\tDc1\tDm1\tDn1\tDo1\t' +
      "Dp1\tDs1\tE'1\tE+1\tE,1\tE01\tE51\tE81\tEC1\tEF1\tEM1\tEN1\tEX1\tEm1\tEn1\tEo1\tEs1\tE¿1\tE€1\tF:1\tFT1\tFc1\tFi1\tFk1\tG 1\tG%1\tG01\t" +
      "G21\tG91\tG:1\tG;1\tG>1\tGA1\tGF1\tGI1\tGO1\tGP1\tGU1\tGW1\tGa1\tGj1\tGr1\tGÚ1\tH$1\tH51\tHA1\tHF1\tHR1\tHf1\tHh1\tHn1\tHo1\tHr1\tHu1\t" +
      "HÍ1\tHú1\tH“1\tI.1\tI41\tID1\tIE1\tIJ1\tIa1\tIn1\tIp1\tIs1\tIt1\tI|1\tI¡1\tI¿1\tJ'1\tJ)1\tJ-1\tJ01\tJ41\tJE1\tJH1\tJS1\tJT1\tJU1\tJa1\t" +
      "Jd1\tJy1\tJ“1\tK∅1\tL!1\tL'1\tL)1\tL+1\tL01\tL21\tLA1\tLE1\tLN1\tLS1\tLT1\tLU1\tL_1\tLa1\tLe1\tLh1\tLo1\tL|1\tL—1\tL“1\tM 1\tM<1\tMO1\t" +
      "MP1\tMR1\tMU1\tMY1\tMa1\tMf1\tMm1\tMp1\tMv1\tMí1\tM“1\tN 1\tN'1\tN+1\tN31\tNB1\tNG1\tNH1\tNK1\tNL1\tNO1\tNW1\tNZ1\tNc1\tNl1\tNv1\tNy1\t" +
      "N¿1\tNÑ1\tN“1\tO!1\tO'1\tO+1\tO41\tO51\tO91\tO?1\tOC1\tOL1\tOM1\tOa1\tOd1\tOu1\tOó1\tO“1\tP.1\tP51\tPA1\tPB1\tPD1\tPG1\tPJ1\tPT1\tPc1\t" +
      "Pl1\tPt1\tPv1\tP¿1\tP“1\tQG1\tR'1\tR)1\tR+1\tR31\tR41\tR>1\tR?1\tRB1\tRF1\tRK1\tRL1\tRM1\tRN1\tRO1\tRP1\tRZ1\tRc1\tRf1\tRi1\tRn1\tR¿1\t" +
      "RÑ1\tS 1\tS.1\tS81\tS:1\tS>1\tSB1\tSD1\tSM1\tSO1\tSP1\tSR1\tSU1\tSX1\tSc1\tSj1\tSn1\tSr1\tSv1\tSw1\tS«1\tT 1\tT!1\tT)1\tT11\tT31\tTF1\t" +
      "TO1\tTP1\tTS1\tTY1\tTi1\tTm1\tTr1\tT“1\tU 1\tU,1\tU01\tUI1\tUJ1\tUS1\tUY1\tUv1\tUy1\tV 1\tV11\tV71\tVM1\tVT1\tVW1\tVd1\tVy1\tW01\tWA1\t" +
      "WS1\tWT1\tWf1\tY 1\tY/1\tYA1\tYI1\tYy1\tZ%1\tZ*1\tZ,1\tZ/1\tZ11\tZ71\tZ>1\tZE1\tZN1\tZc1\tZn1\tZ¿1\ta\"1\ta%1\ta'1\ta)1\ta*1\ta>1\taC1\t" +
      "aK1\taL1\taM1\taN1\taR1\taT1\taY1\tab1\tad1\taf1\tal1\tap1\tav1\taw1\tax1\ta£1\tañ1\taó1\taú1\tb01\tbC1\tbI1\tbL1\tbV1\tbc1\tbq1\tbu1\t" +
      'c"1\tc21\tcH1\tcM1\tcT1\tcU1\tcV1\tcf1\tc«1\tcé1\tcí1\td*1\td-1\td11\td21\td:1\tdA1\tdE1\tdG1\tdH1\tdL1\tdO1\tdS1\tdT1\tdV1\tdh1\tdp1\t' +
      "dv1\tdz1\td¿1\tdó1\td“1\te$1\te/1\te?1\teG1\teI1\teJ1\teL1\teT1\teU1\teY1\tej1\tel1\tep1\te¡1\teÑ1\teñ1\te—1\tf 1\tf:1\tfI1\tfP1\tfr1\t" +
      'f£1\tfñ1\tf“1\tg%1\tg01\tg21\tg31\tg:1\tgB1\tgG1\tgf1\tgi1\tgl1\tgo1\tgt1\tg£1\tg“1\th 1\th"1\th01\th21\th51\th71\thL1\thS1\thu1\thx1\t' +
      'h«1\th¿1\thó1\ti!1\ti"1\ti)1\ti01\ti31\ti<1\ti>1\tiB1\tiD1\tiH1\tiL1\tiM1\tif1\tih1\tij1\tip1\tix1\ti»1\tj"1\tj\'1\tjs1\tk:1\tl,1\tl-1\t' +
      "l21\tl31\tl51\tl81\tl91\tl;1\tlX1\tla1\tlc1\tle1\tlu1\tlz1\tm*1\tm.1\tm01\tm11\tmM1\tmT1\tmc1\tmf1\tmg1\tmv1\tmw1\tm|1\tmí1\tm“1\tn!1\t" +
      'n"1\tn,1\tn21\tn31\tn51\tn61\tn>1\tnL1\tnM1\tnO1\tnQ1\tnR1\tnS1\tnd1\tnt1\tnw1\tnx1\tn»1\tná1\tní1\tnó1\to%1\to*1\to61\to81\toM1\toN1\t' +
      "oS1\tof1\toj1\tow1\tox1\to“1\to”1\tp+1\tp-1\tp:1\tp;1\tpA1\tpD1\tpM1\tpT1\tpe1\tpj1\tpl1\tpt1\tp¡1\tq,1\tq91\tqJ1\tqa1\tqd1\tqm1\tqz1\t" +
      'r"1\tr*1\tr+1\tr31\tr81\tr=1\trH1\trR1\trd1\trf1\try1\tr¡1\tr«1\tr»1\trá1\tr“1\ts!1\ts"1\ts%1\ts\'1\ts)1\ts41\ts<1\tsF1\tsM1\tsN1\tsO1\t' +
      "sT1\tsb1\tsk1\tst1\tsz1\tsé1\tt!1\tt$1\tt71\tt=1\ttL1\ttN1\ttO1\ttT1\ttV1\ttv1\ttx1\ttá1\tu 1\tu'1\tu-1\tu01\tu41\tuI1\tuJ1\tuL1\tuN1\t" +
      "uT1\tuj1\tul1\tum1\tup1\tuy1\tv 1\tv!1\tv+1\tv21\tv:1\tvO1\tvS1\tvY1\tvl1\tw%1\tw∅1\tx 1\ty'1\ty+1\ty,1\ty.1\ty51\ty;1\tyA1\tyZ1\tya1\t" +
      "yb1\tyg1\tyi1\tyo1\tys1\tz*1\tz01\tz31\tzC1\tzE1\tzL1\tzN1\tzf1\tzl1\tzt1\tzx1\tz£1\tz«1\tzí1\tÁ.1\tÁI1\tÁ«1\tÁá1\tÉ21\tÉB1\tÉG1\tÉX1\t" +
      "ÉY1\tÍ/1\tÑS1\tÑ∅1\tÓ%1\tÓ:1\tÚ)1\tÚ01\táA1\táQ1\tár1\táé1\té$1\té01\té81\téB1\téM1\téa1\téo1\tí.1\tí:1\tía1\tíe1\tít1\tíÍ1\tíá1\tíó1\t" +
      "ñ21\tñb1\tñc1\tñd1\tñt1\tó\"1\tó%1\tó'1\tó-1\tó<1\tóO1\tóa1\tój1\tóv1\túa1\tún1\túá1\túí1\tü01\tül1\tüu1\t∅%1\t∅C1\t∅D1\t∅F1\t∅I1\t∅K1\t" +
      "∅R1\t∅T1\t∅Z1\t∅[1\t∅_1\t∅f1\t∅h1\t∅j1\t∅m1\t∅x1\t∅z1\t∅£1\t∅Á1\t∅é1\t∅”1\t",
    seen:
      " 41518\te24532\ta20660\to14520\tn12651\tr12106\ti10992\ts10178\tl9635\td9239\tt7274\tc6606\tu6055\t.5439\tE4610\tA4345\t" +
      "m4204\tp3571\tR3479\t,3074\tC2586\tL2504\tg2333\tS2261\tO2246\t-2226\tN2200\t12198\tb2143\tM2115\tI2014\tó1990\t01694\t21685\t" +
      "z1651\tT1591\tv1561\tZ1533\th1423\tD1412\tP1403\t91354\tG1274\tf1218\t31199\tU1198\tq1180\t51179\t41127\tH1042\t71036\ty1033\t" +
      "81014\tJ1008\t6911\tí881\tV807\t:772\té762\tF638\tj606\tá589\tx532\tB522\tÍ370\tñ358\tÁ320\t;259\tú254\tÉ221\tY198\tÓ189\tX156\t" +
      'Q145\t(136\t)136\t"90\tW89\t$88\t/78\tÚ71\tÑ46\tw37\tk27\t?24\tK24\t¿24\tü13\tÜ5\t',
  },
};
